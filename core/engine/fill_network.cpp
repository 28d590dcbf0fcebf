// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/fill_network.h"

#include "core/base/error.h"

#include <ATen/ATen.h>

namespace palimpsest {

FillNetwork::FillNetwork(std::shared_ptr<const Network> network) : network_(std::move(network)) {
    if (network_->inputChannels() != 7 || network_->outputChannels() != 3) {
        throw Error(ErrorCode::badInput, "this network does not fill holes: it has other channels than 7 and 3",
                    "choose a prior of the kind fill");
    }
}

at::Tensor FillNetwork::refine(const at::Tensor& known, const at::Tensor& hole, const at::Tensor& estimate) const {
    const at::Tensor whole = known * (1 - hole) + estimate * hole;
    const at::Tensor residual = network_->forward(at::cat({known * (1 - hole), hole, whole}, 1), {});
    return (whole + residual * hole).clamp(-1, 1);
}

} // namespace palimpsest
