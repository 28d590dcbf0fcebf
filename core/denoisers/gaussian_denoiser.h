// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/denoisers/denoiser.h"
#include "core/tensor/shape.h"

namespace palimpsest {

/// The exact denoiser of the prior N(mean, covariance) over tiny pictures: with it every sampler can be held against
/// the posterior in closed form, without a network.
///     E[x0 | x_t] = mean + a S (a^2 S + s^2 I)^-1 (x_t - a mean),   a^2 = alphaBar, s^2 = 1 - alphaBar.
class GaussianDenoiser : public Denoiser {
public:
    /// mean: [C,H,W]; covariance: [n,n] symmetric, positive semi-definite, n = C H W. Dtype and device of both must be
    /// those of the pictures to come.
    GaussianDenoiser(const at::Tensor& mean, const at::Tensor& covariance);
    Prediction predict(const at::Tensor& xt, const Step& step) const override;

    /// log density of x_t, without the constant of n: [N].
    at::Tensor logDensity(const at::Tensor& xt, const Step& step) const;

private:
    /// x_t - a mean in the basis of the covariance's eigenvectors: [N,n].
    at::Tensor coordinates(const at::Tensor& xt, const Step& step) const;

    Shape shape_;
    at::Tensor mean_;         // [n]
    at::Tensor eigenvalues_;  // [n]
    at::Tensor eigenvectors_; // [n,n], columns
};

} // namespace palimpsest
