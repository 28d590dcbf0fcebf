// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/catalogue.h"
#include "core/base/parameter.h"
#include "core/operators/catalogue.h"
#include "core/operators/measurement_operator.h"

#include <memory>
#include <string_view>

namespace palimpsest {

/// A measurement that is no matrix: for guidances that need no more than MeasurementOperator offers.
struct NonlinearEntry {
    std::string_view id;
    std::string_view description;
    ParameterSchemas (*schemas)();
    std::unique_ptr<MeasurementOperator> (*make)(const ParameterValues& complete, const OperatorData& data);
};

const Catalogue<NonlinearEntry>& nonlinearCatalogue();

/// Throws as makeOperator does.
std::unique_ptr<MeasurementOperator> makeNonlinearOperator(std::string_view id, const ParameterValues& values,
                                                           const OperatorData& data);

} // namespace palimpsest
