// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/catalogue.h"
#include "core/base/parameter.h"
#include "core/operators/linear_operator.h"

#include <ATen/core/Tensor.h>

#include <memory>
#include <stop_token>
#include <string_view>
#include <vector>

namespace palimpsest {

/// What an operator is made from besides the parameters of its spec: tensors that come from files or from painting.
struct OperatorData {
    Shape domain;              ///< [C,H,W] of the pictures
    at::TensorOptions options; ///< dtype and device of pictures and measurements
    at::Tensor
        mask; ///< [H,W] bool, true where the picture (with hints: its colour) was measured; undefined if not needed
    at::Tensor kernel; ///< [rows,columns] of a blur, see preparedKernel; undefined if the operator needs none
    at::Tensor quantisation =
        {}; ///< [2,8,8] of JPEG: steps of luma and chroma, rows by vertical frequency; undefined: from the quality
    std::vector<std::int64_t> mirrored =
        {}; ///< axes (2, 3) along which the blocks of JPEG begin at the end: of pictures turned since
    std::stop_token stop = {}; ///< see LinearOperator::stop
};

struct OperatorEntry {
    std::string_view id;
    std::string_view description;
    ParameterSchemas (*schemas)();
    std::unique_ptr<LinearOperator> (*make)(const ParameterValues& complete, const OperatorData& data);
};

const Catalogue<OperatorEntry>& operatorCatalogue();

/// Throws Error(badArgument) for an unknown operator or a value out of range, Error(badInput) for data that do not fit.
std::unique_ptr<LinearOperator> makeOperator(std::string_view id, const ParameterValues& values,
                                             const OperatorData& data);

} // namespace palimpsest
