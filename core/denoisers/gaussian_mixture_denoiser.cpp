// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/denoisers/gaussian_mixture_denoiser.h"

#include "core/base/error.h"

#include <ATen/ATen.h>

#include <cmath>

namespace palimpsest {

GaussianMixtureDenoiser::GaussianMixtureDenoiser(const std::vector<double>& weights,
                                                 std::vector<GaussianDenoiser> components)
    : components_(std::move(components)) {
    if (weights.size() != components_.size() || weights.empty()) {
        throw Bug("a Gaussian mixture needs one weight for each of its components");
    }
    // The logarithm of the sum of all weights would cancel in the responsibilities.
    for (const double weight : weights) {
        logWeights_.push_back(std::log(weight));
    }
}

Prediction GaussianMixtureDenoiser::predict(const at::Tensor& xt, const Step& step) const {
    std::vector<at::Tensor> logits;
    std::vector<at::Tensor> estimates;
    for (std::size_t k = 0; k < components_.size(); ++k) {
        logits.push_back(components_[k].logDensity(xt, step) + logWeights_[k]);
        estimates.push_back(components_[k].predict(xt, step).x0);
    }
    const at::Tensor responsibilities = at::stack(logits).softmax(0);
    at::Tensor x0 = at::zeros_like(xt);
    for (std::size_t k = 0; k < components_.size(); ++k) {
        x0 = x0 + spreadOver(responsibilities[static_cast<std::int64_t>(k)], xt.dim()) * estimates[k];
    }
    return predictionFrom(Parametrisation::x0, x0, xt, step);
}

} // namespace palimpsest
