// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/adamw.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <cmath>

namespace palimpsest {

AdamW::AdamW(const at::Tensor& weights, AdamWOptions options)
    : options_(options), firstMoment_(at::zeros_like(weights)), secondMoment_(at::zeros_like(weights)) {}

double AdamW::step(at::Tensor& weights, at::Tensor gradient, std::int64_t step, double rate,
                   std::int64_t decayedCount) {
    const at::NoGradGuard noGrad;
    const double norm = gradient.norm().item<double>();
    if (!std::isfinite(norm)) {
        return norm;
    }
    if (options_.clipNorm > 0 && norm > options_.clipNorm) {
        gradient.mul_(options_.clipNorm / norm);
    }
    firstMoment_.lerp_(gradient, 1 - options_.beta1);
    secondMoment_.mul_(options_.beta2).addcmul_(gradient, gradient, 1 - options_.beta2);
    const double correction1 = 1 - std::pow(options_.beta1, static_cast<double>(step + 1));
    const double correction2 = 1 - std::pow(options_.beta2, static_cast<double>(step + 1));
    weights.slice(0, 0, decayedCount).mul_(1 - rate * options_.weightDecay);
    at::Tensor& denominator = gradient; // its memory is free now
    at::sqrt_out(denominator, secondMoment_);
    denominator.div_(std::sqrt(correction2)).add_(options_.epsilon);
    weights.addcdiv_(firstMoment_, denominator, -rate / correction1);
    return norm;
}

} // namespace palimpsest
