// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/inpaint/fill_network.h"

#include "core/base/error.h"

#include <ATen/ATen.h>

#include <vector>

namespace palimpsest {

FillNetwork::FillNetwork(std::shared_ptr<const Network> network) : network_(std::move(network)) {
    if (network_->inputChannels() != 7 || network_->outputChannels() != 3) {
        throw Error(ErrorCode::badInput, "this network does not fill holes: it has other channels than 7 and 3",
                    "choose a prior of the kind fill");
    }
}

namespace {

/// Symmetry `view` of the square: mirrored by its lowest two bits, then transposed by the third.
at::Tensor turned(const at::Tensor& x, int view) {
    std::vector<std::int64_t> axes;
    if (view & 1) {
        axes.push_back(3);
    }
    if (view & 2) {
        axes.push_back(2);
    }
    const at::Tensor mirrored = axes.empty() ? x : x.flip(axes);
    return view & 4 ? mirrored.transpose(2, 3) : mirrored;
}

at::Tensor turnedBack(const at::Tensor& x, int view) { return turned(view & 4 ? x.transpose(2, 3) : x, view & 3); }

} // namespace

at::Tensor FillNetwork::refine(const at::Tensor& known, const at::Tensor& hole, const at::Tensor& estimate,
                               int views) const {
    const at::Tensor whole = known * (1 - hole) + estimate * hole;
    const at::Tensor input = at::cat({known * (1 - hole), hole, whole}, 1);
    at::Tensor residual = at::zeros_like(whole);
    for (int view = 0; view < views; ++view) {
        residual += turnedBack(network_->forward(turned(input, view), {}), view);
    }
    return (whole + residual * hole / views).clamp(-1, 1);
}

} // namespace palimpsest
