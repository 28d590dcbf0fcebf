// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace palimpsest {

/// The standard deviation of white Gaussian noise in a picture [C,H,W] with values in [0,1], in the same units.
/// Measured on 44 photographs of 256 px with noise of 0.01, 0.02, 0.05, 0.1 and 0.2:
///   colour: all within 12 % (median error 1 to 3 %), and at most 0.004 without noise;
///   colour, cut off and rounded to 8 bits: 43 of 44 within 15 % at each level (cut-off noise is found up to 19 % too
///   small); grey: all within 7 % at 0.1 and 0.2, 44, 42, 38 within 15 % at 0.05, 0.02, 0.01; the rest are too large,
///   pictures that are fine texture all over, up to 0.021 without noise.
/// Takes a second for 12 megapixels. Throws Error(badInput) for a picture below 32 px a side, or one with NaN or
/// infinite values.
double estimatedNoiseLevel(const at::Tensor& picture);

} // namespace palimpsest
