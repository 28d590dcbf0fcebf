// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/ncsnpp/ncsnpp.h"

#include "core/base/error.h"
#include "core/networks/layers/conditioned_norm.h"
#include "core/networks/layers/mirror_padding.h"
#include "core/networks/layers/multi_head_attention.h"
#include "core/networks/layers/residual_block.h"
#include "core/networks/layers/sinusoidal_embedding.h"
#include "core/networks/ncsnpp/fir_resampling.h"
#include "core/networks/ncsnpp/ncsnpp_weights.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <numbers>
#include <utility>

namespace palimpsest {

namespace {

using Kind = NcsnppStep::Kind;

constexpr double kEpsilon = 1e-6; ///< of every group norm

NcsnppConfig checked(NcsnppConfig config) {
    checkNcsnppConfig(config);
    return config;
}

/// label: [N]. Returns [N,width] of its dtype: sines, then cosines, with the frequencies 10000^(-k / (width / 2 - 1)).
/// Operation by operation as the original: in float32 another order is 3e-5 away.
at::Tensor positionalWaves(const at::Tensor& label, std::int64_t width) {
    const std::int64_t half = width / 2;
    const double rate = std::log(10000.0) / static_cast<double>(half - 1);
    const at::Tensor frequencies = at::exp(at::arange(half, label.options()) * -rate);
    const at::Tensor angles = label.unsqueeze(1) * frequencies.unsqueeze(0);
    return at::cat({angles.sin(), angles.cos()}, 1);
}

} // namespace

/// One evaluation.
class NcsnPp::Pass {
public:
    /// embedding: [N,4C], activated; undefined: none. output: dtype of the output, and of its pyramid of pictures.
    Pass(const NcsnPp& network, at::Tensor embedding, at::ScalarType output)
        : network_(network), config_(network.config_), embedding_(std::move(embedding)), output_(output) {}

    at::Tensor run(at::Tensor x) {
        h_ = inputPyramid_ = std::move(x);
        for (const NcsnppStep& step : network_.plan_.steps) {
            run(step);
        }
        return outputPyramid_.to(output_);
    }

private:
    void run(const NcsnppStep& step) {
        switch (step.kind) {
        case Kind::convolution:
            h_ = convolved(h_, step.name());
            break;
        case Kind::residual:
        case Kind::residualDown:
        case Kind::residualUp:
            h_ = residual(step, std::move(h_));
            break;
        case Kind::attention:
            h_ = attended(step, h_);
            break;
        case Kind::keep:
            kept_.push_back(h_);
            break;
        case Kind::join:
            h_ = at::cat({h_, kept_.back()}, 1);
            kept_.pop_back();
            break;
        case Kind::down:
            h_ = halfConvolved(step, h_);
            break;
        case Kind::up:
            h_ = twiceConvolved(step, h_);
            break;
        case Kind::bareDown:
            h_ = halving().apply(h_);
            break;
        case Kind::bareUp:
            h_ = doubling().apply(h_);
            break;
        default:
            runPyramid(step);
        }
    }

    void runPyramid(const NcsnppStep& step) {
        switch (step.kind) {
        case Kind::inputSkip:
            inputPyramid_ = halving().apply(inputPyramid_);
            combine(convolved(inputPyramid_, step.name() + ".Conv_0"));
            break;
        case Kind::inputResidual:
            h_ = inputPyramid_ = network_.summed(halfConvolved(step, inputPyramid_), h_);
            break;
        case Kind::outputSkip:
            addOutput(output(step).to(output_));
            break;
        case Kind::output:
            outputPyramid_ = output(step);
            break;
        case Kind::outputResidual:
            h_ = outputPyramid_ = network_.summed(twiceConvolved(step, outputPyramid_), h_);
            break;
        default:
            throw Bug("ncsnpp: a step that nobody runs");
        }
    }

    void combine(const at::Tensor& picture) {
        h_ = config_.progressiveCombine == NcsnppCombination::join ? at::cat({picture, h_}, 1) : picture + h_;
    }

    void addOutput(const at::Tensor& picture) {
        outputPyramid_ = outputPyramid_.defined() ? doubling().apply(outputPyramid_) + picture : picture;
    }

    const Resampling& halving() const { return config_.fir ? kFirHalving : kHalving; }
    const Resampling& doubling() const { return config_.fir ? kFirDoubling : kDoubling; }

    at::Tensor convolved(const at::Tensor& x, const std::string& name) const {
        return convolve(network_.convolution(name), x, network_.packed_);
    }

    at::Tensor halfConvolved(const NcsnppStep& step, const at::Tensor& x) const {
        if (config_.fir) {
            return firDownConvolved(network_.convolution(step.name() + ".Conv2d_0"), x, network_.packed_);
        }
        Convolution convolution = network_.convolution(step.name() + ".Conv_0");
        convolution.stride = 2;
        convolution.padding = 0;
        return convolve(convolution, at::constant_pad_nd(x, {0, 1, 0, 1}), network_.packed_);
    }

    at::Tensor twiceConvolved(const NcsnppStep& step, const at::Tensor& x) const {
        return config_.fir ? firUpConvolved(network_.convolution(step.name() + ".Conv2d_0"), x)
                           : convolved(kDoubling.apply(x), step.name() + ".Conv_0");
    }

    at::Tensor output(const NcsnppStep& step) const {
        const at::Tensor activated = conditionedNorm(h_, weight(step.name() + ".weight"), weight(step.name() + ".bias"),
                                                     {}, {.groups = ncsnppGroups(step.from), .epsilon = kEpsilon});
        return convolved(activated, step.nextName());
    }

    at::Tensor residual(const NcsnppStep& step, at::Tensor x) const {
        const std::string path = step.name();
        const auto norm = [&](const std::string& name, int channels) {
            return ResidualBlock::Norm{weight(name + ".weight"), weight(name + ".bias"), ncsnppGroups(channels),
                                       kEpsilon};
        };
        const ResidualBlock block{.norm1 = norm(path + ".GroupNorm_0", step.from),
                                  .norm2 = norm(path + ".GroupNorm_1", step.to),
                                  .conv1 = network_.convolution(path + ".Conv_0"),
                                  .conv2 = network_.convolution(path + ".Conv_1"),
                                  .skip = skip(path),
                                  .resampling = step.kind == Kind::residualDown ? &halving()
                                                : step.kind == Kind::residualUp ? &doubling()
                                                                                : nullptr,
                                  .divisor = config_.skipRescale ? std::numbers::sqrt2 : 1};
        const at::Tensor condition =
            embedding_.defined() ? network_.linear(embedding_, path + ".Dense_0") : at::Tensor();
        return residualBlock(block, std::move(x), condition, network_.packed_);
    }

    Convolution skip(const std::string& path) const {
        if (network_.parameters_.contains(path + ".Conv_2.weight")) {
            return network_.convolution(path + ".Conv_2");
        }
        const auto kernel = network_.kernels_.find(path + ".NIN_0.W");
        return kernel == network_.kernels_.end() ? Convolution{}
                                                 : Convolution{kernel->second, weight(path + ".NIN_0.b")};
    }

    at::Tensor attended(const NcsnppStep& step, const at::Tensor& x) const {
        const std::string path = step.name();
        const at::Tensor normed =
            conditionedNorm(x, weight(path + ".GroupNorm_0.weight"), weight(path + ".GroupNorm_0.bias"), {},
                            {.groups = ncsnppGroups(step.to), .epsilon = kEpsilon, .silu = false});
        const auto all = [&](const char* end) {
            const std::string nin = path + ".NIN_";
            return at::cat({weight(nin + "0" + end), weight(nin + "1" + end), weight(nin + "2" + end)}, -1);
        };
        const at::Tensor tokens = normed.permute({0, 2, 3, 1}).flatten(1, 2); // [N,P,C], a view of channels-last pixels
        const at::Tensor mixed =
            multiHeadAttention(at::linear(tokens, all(".W").t(), all(".b")), 1, AttentionOrder::split);
        const at::Tensor change = at::linear(mixed, weight(path + ".NIN_3.W").t(), weight(path + ".NIN_3.b"));
        return network_.summed(x, change.unflatten(1, {x.size(2), x.size(3)}).permute({0, 3, 1, 2}));
    }

    const at::Tensor& weight(const std::string& name) const { return network_.parameters_.at(name); }

    const NcsnPp& network_;
    const NcsnppConfig& config_;
    at::Tensor embedding_;
    at::ScalarType output_;
    at::Tensor h_, inputPyramid_, outputPyramid_;
    std::vector<at::Tensor> kept_;
};

NcsnPp::NcsnPp(NcsnppConfig config, std::uint64_t seed)
    : config_(checked(std::move(config))), plan_(planNcsnpp(config_)),
      parameters_(initialWeights(ncsnppParameters(config_, plan_), seed)) {
    viewKernels();
}

Json NcsnPp::config() const { return toJson(config_); }

void NcsnPp::load(const StateDict& weights) {
    parameters_.load(weights);
    viewKernels();
}

void NcsnPp::to(at::Device device, at::ScalarType dtype) {
    parameters_.to(device, dtype);
    viewKernels();
}

void NcsnPp::viewKernels() {
    for (const NcsnppStep& step : plan_.steps) {
        const std::string name = step.name() + ".NIN_0.W";
        if (step.kind == Kind::residual && parameters_.contains(name)) {
            kernels_[name] = parameters_.at(name).t().unsqueeze(-1).unsqueeze(-1);
        }
    }
}

at::Tensor NcsnPp::linear(const at::Tensor& x, const std::string& name) const {
    return at::linear(x, parameters_.at(name + ".weight"), parameters_.at(name + ".bias"));
}

Convolution NcsnPp::convolution(const std::string& name) const {
    const at::Tensor& weight = parameters_.at(name + ".weight");
    return {weight, parameters_.at(name + ".bias"), 1, weight.size(2) / 2};
}

at::Tensor NcsnPp::summed(const at::Tensor& a, const at::Tensor& b) const {
    const at::Tensor sum = a + b;
    return config_.skipRescale ? sum / std::numbers::sqrt2 : sum;
}

at::Tensor NcsnPp::embedTime(const at::Tensor& time) const {
    if (!config_.conditional) {
        return {};
    }
    const std::string first = "all_modules." + std::to_string(plan_.embedding);
    const std::string second = "all_modules." + std::to_string(plan_.embedding + 1);
    const at::Tensor label = time.to(parameters_.at(first + ".weight").options());
    const at::Tensor waves = config_.embedding == NcsnppEmbedding::fourier
                                 ? gaussianFourierEmbedding(label, parameters_.at("all_modules.0.W"))
                                 : positionalWaves(label, config_.modelChannels);
    return at::silu(linear(at::silu(linear(waves, first)), second));
}

at::Tensor NcsnPp::forward(const at::Tensor& x, const at::Tensor& time) const {
    if (x.dim() != 4 || x.size(1) != config_.channels) {
        throw Bug("ncsnpp: the input must be [N," + std::to_string(config_.channels) + ",H,W]");
    }
    at::Tensor h = paddedToMultiple(config_.centered ? x : 2 * x - 1, std::int64_t{1} << (config_.levels() - 1));
    const at::ScalarType dtype = parameters_.entries().back().second.scalar_type();
    h = Pass(*this, embedTime(time), x.scalar_type()).run(h.to(dtype).contiguous(at::MemoryFormat::ChannelsLast));
    h = h.slice(2, 0, x.size(2)).slice(3, 0, x.size(3));
    return config_.scaleBySigma ? h / time.to(h.options()).view({-1, 1, 1, 1}) : h;
}

} // namespace palimpsest
