// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/denoisers/network_denoiser.h"

#include "core/base/error.h"
#include "core/networks/layers/class_label.h"

#include <ATen/ATen.h>

#include <cmath>

namespace palimpsest {

TimeLabel timeLabel(const std::string& name) {
    if (name != "index" && name != "sigma") {
        throw Error(ErrorCode::badInput, Message("there is no time label \"%1\"", name), "choose one of index, sigma");
    }
    return name == "sigma" ? TimeLabel::sigma : TimeLabel::index;
}

NetworkDenoiser::NetworkDenoiser(std::shared_ptr<const Network> network, NetworkConvention convention)
    : network_(std::move(network)), convention_(convention),
      learnsVariance_(network_->outputChannels() == 2 * network_->inputChannels()) {
    if (!learnsVariance_ && network_->outputChannels() != network_->inputChannels()) {
        throw Error(ErrorCode::badInput,
                    Message("a network with %1 channels in and %2 out is no denoiser", network_->inputChannels(),
                            network_->outputChannels()),
                    "it must return as many channels as it takes, or twice as many with a learned variance");
    }
    requireClass(*network_, convention_.classLabel);
}

at::Tensor NetworkDenoiser::ask(const at::Tensor& input, double label) const {
    const at::Tensor time = at::full({input.size(0)}, label, input.options().dtype(at::kFloat).requires_grad(false));
    return forwardWithLabel(*network_, input, time, convention_.classLabel);
}

Prediction NetworkDenoiser::predict(const at::Tensor& xt, const Step& step) const {
    return convention_.isPlain() ? predictPlain(xt, step)
                                 : predictionFrom(Parametrisation::eps, epsOf(xt, step), xt, step);
}

Prediction NetworkDenoiser::predictPlain(const at::Tensor& xt, const Step& step) const {
    const at::Tensor output = ask(xt, step.modelTime);
    if (!learnsVariance_) {
        return predictionFrom(convention_.parametrisation, output, xt, step);
    }
    const std::vector<at::Tensor> halves = output.chunk(2, 1);
    Prediction prediction = predictionFrom(convention_.parametrisation, halves[0], xt, step);
    prediction.logVariance = learnedRangeLogVariance(halves[1], step);
    return prediction;
}

at::Tensor NetworkDenoiser::epsOf(const at::Tensor& xt, const Step& step) const {
    // In the network's own units: y0 = x0 / scale + middle, and noise of the deviation sigma on it.
    const double scale = convention_.scale();
    const double sigma = step.sigma() / std::sqrt(step.alphaBar) / scale;
    const Step own{.alphaBar = 1 / (1 + sigma * sigma)};
    const at::Tensor exploding = xt / (std::sqrt(step.alphaBar) * scale) + convention_.middle();
    const at::Tensor preserving = exploding * std::sqrt(own.alphaBar);
    const bool isSigma = convention_.timeLabel == TimeLabel::sigma;
    at::Tensor output = isSigma ? ask(exploding, sigma) : ask(preserving, step.modelTime);
    if (learnsVariance_) {
        output = output.chunk(2, 1)[0];
    }
    if (isSigma && convention_.parametrisation == Parametrisation::score) {
        return -sigma * output; // the density of x0 + sigma z has another score than that of the scaled one
    }
    return predictionFrom(convention_.parametrisation, output, preserving, own).eps;
}

} // namespace palimpsest
