// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schedules/step.h"

#include <ATen/core/Tensor.h>

#include <optional>
#include <string>
#include <vector>

namespace palimpsest {

/// What a denoiser says about x_t: the posterior mean of the clean picture and the noise, two views of one estimate,
///     x_t = sqrt(alphaBar) x0 + sqrt(1 - alphaBar) eps.
struct Prediction {
    at::Tensor x0;                         ///< [N,C,H,W], model range [-1,1]
    at::Tensor eps;                        ///< [N,C,H,W], unit variance
    std::optional<at::Tensor> logVariance; ///< [N,C,H,W], log of the variance of the step from x_t, where it is learned
};

/// What the output of a network stands for. All conversions between them are in this file's functions.
enum class Parametrisation {
    eps,   ///< the noise (Ho et al. 2020)
    v,     ///< sqrt(alphaBar) eps - sqrt(1 - alphaBar) x0 (Salimans, Ho 2022)
    x0,    ///< the clean picture
    score, ///< the gradient of the log density of x_t: -eps / sqrt(1 - alphaBar)
};

/// From card.json's word. Throws Error(badInput) that lists the four.
Parametrisation parametrisation(const std::string& name);
std::string toText(Parametrisation parametrisation);

/// output, xt: [N,C,H,W]. Differentiable in both.
Prediction predictionFrom(Parametrisation parametrisation, const at::Tensor& output, const at::Tensor& xt,
                          const Step& step);

/// The prediction whose clean picture is `x0`: eps follows from x_t, the variance is kept.
Prediction withX0(const Prediction& prediction, const at::Tensor& x0, const at::Tensor& xt, const Step& step);

/// x0 clamped to [-1,1], eps made to agree. The gradient is zero where it saturates.
Prediction clipped(const Prediction& prediction, const at::Tensor& xt, const Step& step);

/// Learned-range variance (Nichol, Dhariwal 2021, eq. 15): `fraction` in [-1,1] interpolates, in the logarithm, between
/// the variance of q(x_{t-1} | x_t, x_0) and beta of this step.
at::Tensor learnedRangeLogVariance(const at::Tensor& fraction, const Step& step);

} // namespace palimpsest
