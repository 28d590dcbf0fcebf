// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/layers/convolution.h"
#include "core/networks/network.h"
#include "core/networks/parameter_map.h"
#include "core/networks/weight_plan.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace palimpsest {

/// What feed-forward restorers share: weights by name, convolutions by the name of their weights.
class FeedForward : public Network {
public:
    std::vector<NamedTensor> parameters() const final { return parameters_.entries(); }
    void load(const StateDict& weights) final { parameters_.load(weights); }
    void to(at::Device device, at::ScalarType dtype) final { parameters_.to(device, dtype); }

protected:
    FeedForward(const std::vector<PlannedWeight>& plan, std::uint64_t seed) : parameters_(initialWeights(plan, seed)) {}

    const ParameterMap& weights() const { return parameters_; }
    /// The layer NAME.weight, with NAME.bias if there is one. At stride 1 the result has the size of the input,
    /// at others there is no padding.
    Convolution layer(const std::string& name, std::int64_t stride = 1) const;
    at::Tensor convolve(const std::string& name, const at::Tensor& x, at::Tensor addend = {}) const;
    /// Without padding: with a kernel as wide as the stride no pixel is seen twice.
    at::Tensor folded(const std::string& name, const at::Tensor& x, std::int64_t stride) const;
    /// The transposed convolution by a 2x2 kernel with stride 2, without bias: twice the size.
    at::Tensor unfolded(const std::string& name, const at::Tensor& x) const;
    /// Nearest neighbours at twice the size, convolved.
    at::Tensor doubled(const std::string& name, const at::Tensor& x) const;
    /// Every channel by a 3x3 kernel of its own.
    at::Tensor depthwise(const std::string& name, const at::Tensor& x) const;
    /// x in the type of the weights, channels-last. Throws Bug for another number of channels than inputChannels().
    at::Tensor prepared(const at::Tensor& x, const std::string& anyWeight) const;

private:
    ParameterMap parameters_;
    std::shared_ptr<PackedWeights> packed_ = std::make_shared<PackedWeights>();
};

/// A convolution without bias, [to,from,k,k] normal with variance 2 / fan-in.
void addPlainConvolution(WeightPlan& plan, const std::string& path, std::vector<std::int64_t> shape);

/// max(x, 0), and slope * x below; in place where nobody needs x afterwards.
at::Tensor leaky(at::Tensor x, double slope);

} // namespace palimpsest
