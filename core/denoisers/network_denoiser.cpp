// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/denoisers/network_denoiser.h"

#include "core/base/error.h"

#include <ATen/ATen.h>

namespace palimpsest {

NetworkDenoiser::NetworkDenoiser(std::shared_ptr<const Network> network, Parametrisation parametrisation)
    : network_(std::move(network)), parametrisation_(parametrisation),
      learnsVariance_(network_->outputChannels() == 2 * network_->inputChannels()) {
    if (!learnsVariance_ && network_->outputChannels() != network_->inputChannels()) {
        throw Error(ErrorCode::badInput,
                    "a network with " + std::to_string(network_->inputChannels()) + " channels in and " +
                        std::to_string(network_->outputChannels()) + " out is no denoiser",
                    "it must return as many channels as it takes, or twice as many with a learned variance");
    }
}

Prediction NetworkDenoiser::predict(const at::Tensor& xt, const Step& step) const {
    const at::Tensor time = at::full({xt.size(0)}, step.modelTime, xt.options().dtype(at::kFloat).requires_grad(false));
    const at::Tensor output = network_->forward(xt, time);
    if (!learnsVariance_) {
        return predictionFrom(parametrisation_, output, xt, step);
    }
    const std::vector<at::Tensor> halves = output.chunk(2, 1);
    Prediction prediction = predictionFrom(parametrisation_, halves[0], xt, step);
    prediction.logVariance = learnedRangeLogVariance(halves[1], step);
    return prediction;
}

} // namespace palimpsest
