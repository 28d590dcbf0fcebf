// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace palimpsest {

/// Waves of the time: the cosines of time * 10000^(-k / half) for k = 0 .. half - 1, then the sines; half = width / 2.
/// (Others put the sines first or divide by half - 1: weights of the one are noise to the other.)
/// time: [N]; width: even. Returns [N, width] in the dtype and on the device of `options`; angles are taken in float64,
/// as an angle of 999 in float32 is off by 3e-5.
at::Tensor timeWaves(const at::Tensor& time, std::int64_t width, const at::TensorOptions& options);

} // namespace palimpsest
