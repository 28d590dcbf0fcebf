// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/restorers/feed_forward.h"

#include "core/base/error.h"
#include "core/networks/evaluation_cost.h"
#include "core/tensor/input_gradient.h"

#include <ATen/ATen.h>

#include <cmath>
#include <utility>

namespace palimpsest {

Convolution FeedForward::layer(const std::string& name, std::int64_t stride) const {
    const at::Tensor& weight = parameters_.at(name + ".weight");
    const std::string bias = name + ".bias";
    return {weight, parameters_.contains(bias) ? parameters_.at(bias) : at::Tensor(), stride,
            stride == 1 ? weight.size(2) / 2 : 0};
}

at::Tensor FeedForward::convolve(const std::string& name, const at::Tensor& x, at::Tensor addend) const {
    return palimpsest::convolve(layer(name), x, packed_, std::move(addend));
}

at::Tensor FeedForward::folded(const std::string& name, const at::Tensor& x, std::int64_t stride) const {
    Convolution own = layer(name, stride);
    own.padding = 0;
    return palimpsest::convolve(own, x, packed_);
}

at::Tensor FeedForward::unfolded(const std::string& name, const at::Tensor& x) const {
    const at::Tensor& weight = parameters_.at(name + ".weight"); // [from,to,2,2]
    const std::vector<std::int64_t> size{x.size(0), weight.size(1), 2 * x.size(2), 2 * x.size(3)};
    ConvolutionCount::add(c10::multiply_integers(size), weight.size(0));
    return ConvolutionCount::skips() ? at::zeros(size, x.options()) : at::conv_transpose2d(x, weight, {}, 2);
}

at::Tensor FeedForward::doubled(const std::string& name, const at::Tensor& x) const {
    return convolveDoubled(layer(name), x, packed_);
}

at::Tensor FeedForward::depthwise(const std::string& name, const at::Tensor& x) const {
    const Convolution own = layer(name);
    ConvolutionCount::add(x.numel(), own.weight.size(2) * own.weight.size(3));
    return ConvolutionCount::skips() ? at::zeros_like(x)
                                     : at::conv2d(x, own.weight, own.bias, 1, own.padding, 1, own.weight.size(0));
}

at::Tensor FeedForward::prepared(const at::Tensor& x, const std::string& anyWeight) const {
    if (x.dim() != 4 || x.size(1) != inputChannels()) {
        throw Bug(std::string(architecture()) + ": the input must be [N," + std::to_string(inputChannels()) + ",H,W]");
    }
    return x.to(parameters_.at(anyWeight).scalar_type(), false, false, at::MemoryFormat::ChannelsLast);
}

void addPlainConvolution(WeightPlan& plan, const std::string& path, std::vector<std::int64_t> shape) {
    const double fanIn = static_cast<double>(shape[1] * shape[2] * shape[3]);
    plan.add({path + ".weight", std::move(shape), PlannedWeight::Start::normal, std::sqrt(2 / fanIn),
              ParameterMap::Precision::compute});
}

at::Tensor leaky(at::Tensor x, double slope) {
    return needsGraph(x) ? at::leaky_relu(x, slope) : at::leaky_relu_(x, slope);
}

} // namespace palimpsest
