// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace palimpsest {

/// Twice the standard deviation of what a blur by this kernel cannot have let through: the picture's mean power at the
/// frequencies that the kernel all but removes, as that of white noise. Of a picture that was blurred so it is its
/// noise, rounding and compression; of one that was not, its detail, so that a deconvolution by the wrong kernel stays
/// gentle instead of ringing. picture: [3,H,W] in [0,1] units; kernel: [rows,columns] float64, not larger. 0 if the
/// kernel removes next to nothing.
double noiseBeyondBlur(const at::Tensor& picture, const at::Tensor& kernel);

} // namespace palimpsest
