// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"
#include "core/tensor/shape.h"

#include <ATen/core/Tensor.h>

#include <array>
#include <string>
#include <string_view>

namespace palimpsest {

/// How much red, green and blue count in a grey value; they sum to one, so that grey stays grey and keeps its range.
using GreyWeights = std::array<double, 3>;

/// "mean" (a third each) or "luma" (ITU-R BT.601: 0.299, 0.587, 0.114), both of the encoded values of the picture.
/// Throws Error(badArgument) for anything else.
GreyWeights greyWeights(const std::string& choice);

/// The parameter "weights" of the operators that measure grey values.
ParameterSchema greyWeightsSchema();

/// Throws Error(badInput) unless the pictures have three channels.
void requireColour(const Shape& domain);

/// `colours` [N,3,H,W], brightened or darkened by the same amount in all channels until their grey is `grey` [N,1,H,W].
at::Tensor withGrey(const at::Tensor& colours, const at::Tensor& grey, const GreyWeights& weights);

} // namespace palimpsest
