// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/layers/sinusoidal_embedding.h"

#include <ATen/ATen.h>

#include <cmath>
#include <numbers>

namespace palimpsest {

at::Tensor sinusoidalEmbedding(const at::Tensor& time, std::int64_t width, const at::TensorOptions& options) {
    const std::int64_t half = width / 2;
    const at::TensorOptions precise = options.dtype(at::kDouble);
    const double rate = -std::log(10000.0) / static_cast<double>(half);
    const at::Tensor frequencies = at::exp(at::arange(half, precise) * rate);
    const at::Tensor angles = time.to(precise).unsqueeze(1) * frequencies.unsqueeze(0);
    return at::cat({angles.cos(), angles.sin()}, 1).to(options);
}

at::Tensor gaussianFourierEmbedding(const at::Tensor& sigma, const at::Tensor& W) {
    const at::Tensor angles = sigma.to(W.scalar_type()).log().unsqueeze(1) * W.unsqueeze(0) * 2 * std::numbers::pi;
    return at::cat({angles.sin(), angles.cos()}, 1);
}

} // namespace palimpsest
