// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace palimpsest {

/// Side of the blocks of JPEG, in pixels or samples.
inline constexpr std::int64_t kJpegBlock = 8;

/// The orthonormal DCT-II of eight values: [frequency,place] float64.
at::Tensor blockCosines();

} // namespace palimpsest
