// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/denoisers/gaussian_denoiser.h"

#include <ATen/ATen.h>

#include <cmath>

namespace palimpsest {

GaussianDenoiser::GaussianDenoiser(const at::Tensor& mean, const at::Tensor& covariance)
    : shape_(mean.sizes().vec()), mean_(mean.flatten()) {
    const auto [values, vectors] = at::linalg_eigh(covariance.cpu()); // small; the GPU's solver is a library of its own
    eigenvalues_ = values.clamp_min(0).to(covariance.device());
    eigenvectors_ = vectors.to(covariance.device());
}

at::Tensor GaussianDenoiser::coordinates(const at::Tensor& xt, const Step& step) const {
    requireBatchOf(xt, shape_, "the picture given to a Gaussian denoiser");
    return (xt.flatten(1) - std::sqrt(step.alphaBar) * mean_).matmul(eigenvectors_);
}

Prediction GaussianDenoiser::predict(const at::Tensor& xt, const Step& step) const {
    const double a = std::sqrt(step.alphaBar);
    const at::Tensor gain = a * eigenvalues_ / (step.alphaBar * eigenvalues_ + (1 - step.alphaBar));
    const at::Tensor x0 = mean_ + (coordinates(xt, step) * gain).matmul(eigenvectors_.t());
    return predictionFrom(Parametrisation::x0, x0.view(xt.sizes()), xt, step);
}

at::Tensor GaussianDenoiser::logDensity(const at::Tensor& xt, const Step& step) const {
    const at::Tensor variances = step.alphaBar * eigenvalues_ + (1 - step.alphaBar);
    return -0.5 * ((coordinates(xt, step).square() / variances).sum(1) + variances.log().sum());
}

} // namespace palimpsest
