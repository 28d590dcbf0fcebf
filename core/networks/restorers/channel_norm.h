// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace palimpsest {

/// Layer norm over the last dimension, computed in float32. Source: Ba et al. 2016.
at::Tensor lastNorm(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias, double epsilon);
/// The same over the channels of every pixel of x [N,C,H,W].
at::Tensor channelNorm(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias, double epsilon);

} // namespace palimpsest
