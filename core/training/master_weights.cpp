// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/master_weights.h"

#include "core/base/error.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

namespace palimpsest {

MasterWeights::MasterWeights(Network& network, at::Device device, at::ScalarType compute) {
    const at::NoGradGuard noGrad;
    collect(network);
    for (const Part& part : parts_) {
        view(flat_, part).copy_(part.weight);
    }
    flat_ = flat_.to(device);
    network.to(device, compute);
    collect(network);
}

/// Matrices and kernels first: weight decay is then one slice.
void MasterWeights::collect(Network& network) {
    parts_.clear();
    std::int64_t offset = 0;
    for (const bool isVector : {false, true}) {
        for (const auto& [name, weight] : network.parameters()) {
            if ((weight.dim() < 2) == isVector) {
                parts_.push_back({name, weight, offset});
                offset += weight.numel();
            }
        }
        decayedCount_ = isVector ? decayedCount_ : offset;
    }
    if (!flat_.defined()) {
        flat_ = at::empty({offset}, at::kFloat);
    }
}

at::Tensor MasterWeights::view(const at::Tensor& flat, const Part& part) const {
    return flat.slice(0, part.offset, part.offset + part.weight.numel()).view(part.weight.sizes());
}

void MasterWeights::publish() {
    const at::NoGradGuard noGrad;
    for (Part& part : parts_) {
        part.weight.copy_(view(flat_, part));
        part.weight.set_requires_grad(true);
    }
}

at::Tensor MasterWeights::takeGradient() {
    const at::NoGradGuard noGrad;
    at::Tensor gradient = at::zeros_like(flat_);
    for (Part& part : parts_) {
        at::Tensor& own = part.weight.mutable_grad();
        if (own.defined()) {
            view(gradient, part).copy_(own);
            own.reset();
        }
    }
    return gradient;
}

void MasterWeights::addNamed(StateDict& to, const std::string& prefix, const at::Tensor& flat) const {
    for (const Part& part : parts_) {
        to.add(prefix + part.name, view(flat, part));
    }
}

void MasterWeights::readNamed(const StateDict& from, const std::string& prefix, at::Tensor& flat) const {
    const at::NoGradGuard noGrad;
    for (const Part& part : parts_) {
        const at::Tensor& given = from.at(prefix + part.name);
        if (given.sizes() != part.weight.sizes()) {
            throw Error(ErrorCode::badInput,
                        Message("the tensor \"%1\" of the checkpoint has another shape", prefix + part.name),
                        "resume with the configuration that the training began with");
        }
        view(flat, part).copy_(given);
    }
}

} // namespace palimpsest
