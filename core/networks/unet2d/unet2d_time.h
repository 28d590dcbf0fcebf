// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace palimpsest {

/// Waves of the time as diffusers computes them, in float32: an angle of 999 is then off by 3e-5, and whoever trained
/// such a network trained it with that.

struct PositionalWaves {
    std::int64_t width; ///< even
    int frequencyShift; ///< frequencies are 10000^(-k / (width / 2 - shift))
    bool cosinesFirst;  ///< otherwise the sines
};

/// time: [N]. Returns [N,width] float32 on the device of `time`.
at::Tensor positionalWaves(const at::Tensor& time, const PositionalWaves& waves);

} // namespace palimpsest
