// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/unet2d/unet2d_time.h"

#include <ATen/ATen.h>

#include <cmath>

namespace palimpsest {

at::Tensor positionalWaves(const at::Tensor& time, const PositionalWaves& waves) {
    const std::int64_t half = waves.width / 2;
    const at::Tensor exponents = at::arange(half, time.options().dtype(at::kFloat)) * -std::log(10000.0) /
                                 static_cast<double>(half - waves.frequencyShift);
    const at::Tensor angles = time.to(at::kFloat).unsqueeze(1) * exponents.exp().unsqueeze(0);
    return waves.cosinesFirst ? at::cat({angles.cos(), angles.sin()}, 1) : at::cat({angles.sin(), angles.cos()}, 1);
}

} // namespace palimpsest
