// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace palimpsest {

struct AdamWOptions {
    double beta1 = 0.9;
    double beta2 = 0.99;
    double epsilon = 1e-8;
    double weightDecay = 0.01;
    double clipNorm = 1.0; ///< longer gradients are shortened to this Euclidean norm; 0: never
};

/// Adam with decoupled weight decay (Loshchilov & Hutter 2019, Algorithm 2) on one flat tensor.
class AdamW {
public:
    AdamW(const at::Tensor& weights, AdamWOptions options);
    /// One step, in place, with 0-based number `step`; the first `decayedCount` weights decay. `gradient` is consumed.
    /// Returns the norm the gradient had, which is not finite if the gradient is not: then nothing was changed.
    double step(at::Tensor& weights, at::Tensor gradient, std::int64_t step, double rate, std::int64_t decayedCount);

    at::Tensor& firstMoment() { return firstMoment_; }
    at::Tensor& secondMoment() { return secondMoment_; }
    const at::Tensor& firstMoment() const { return firstMoment_; }
    const at::Tensor& secondMoment() const { return secondMoment_; }

private:
    AdamWOptions options_;
    at::Tensor firstMoment_;
    at::Tensor secondMoment_;
};

} // namespace palimpsest
