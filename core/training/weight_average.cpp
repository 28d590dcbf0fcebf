// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/weight_average.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>

namespace palimpsest {

WeightAverage::WeightAverage(const at::Tensor& weights, double decay) : decay_(decay), flat_(weights.clone()) {}

void WeightAverage::update(const at::Tensor& weights, std::int64_t step) {
    const at::NoGradGuard noGrad;
    const double kept = std::min(decay_, static_cast<double>(1 + step) / static_cast<double>(10 + step));
    flat_.lerp_(weights, 1 - kept);
}

} // namespace palimpsest
