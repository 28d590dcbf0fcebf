// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace palimpsest {

/// Exponential moving average of flat weights. Early on it forgets faster: the share kept at 0-based step s is
/// min(decay, (1 + s) / (10 + s)).
class WeightAverage {
public:
    WeightAverage(const at::Tensor& weights, double decay);
    void update(const at::Tensor& weights, std::int64_t step);
    at::Tensor& flat() { return flat_; }
    const at::Tensor& flat() const { return flat_; }

private:
    double decay_;
    at::Tensor flat_;
};

} // namespace palimpsest
