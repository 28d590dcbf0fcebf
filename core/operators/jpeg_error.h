// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace palimpsest {

/// The root mean square that JPEG took from the brightness of a picture [1,3,H,W] in [-1,1] that was decoded from it;
/// in the same units. steps: [8,8] of luma, rows by vertical frequency; mirrored: see OperatorData. Each frequency's
/// coefficients are taken for Laplacian, with the width that their share of zeros tells. Waits for the device.
double expectedJpegError(const at::Tensor& picture, const at::Tensor& steps, const std::vector<std::int64_t>& mirrored);

} // namespace palimpsest
