// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <functional>
#include <stop_token>

namespace palimpsest {

/// A symmetric, positive semi-definite map of [N,...] to [N,...] that treats the samples independently.
using LinearMap = std::function<at::Tensor(const at::Tensor&)>;

struct ConjugateGradientLimits {
    int iterations = 100;
    double relativeTolerance = 0; ///< of the residual, per sample; 0: what the dtype can hold
    LinearMap preconditioner;     ///< symmetric, positive definite, near the inverse of the map; empty for none
    std::stop_token stop = {};    ///< Cancelled before the next iteration
};

/// Solves map(x) = b for every sample of a batch on its own (Hestenes, Stiefel 1952): a sample that has converged is
/// frozen, so its result does not depend on its neighbours. Starts from `x`. For a singular map and b in its range, a
/// start from zero gives the shortest solution. Does not wait for the device.
at::Tensor conjugateGradient(const LinearMap& map, const at::Tensor& b, at::Tensor x,
                             const ConjugateGradientLimits& limits = {});

} // namespace palimpsest
