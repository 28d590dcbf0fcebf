// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace palimpsest {

/// A linear change of the size of pictures [N,C,H,W], and its transpose, which takes gradients back. Both are
/// differentiable and keep the order of memory.
struct Resampling {
    at::Tensor (*apply)(const at::Tensor& x);
    at::Tensor (*transposed)(const at::Tensor& dy);
};

/// Half the size: means of 2x2 pixels; height and width must be even.
extern const Resampling kHalving;
/// Twice the size: every pixel four times.
extern const Resampling kDoubling;

} // namespace palimpsest
