// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/unet2d/unet2d_model.h"

#include "core/base/error.h"
#include "core/networks/layers/class_label.h"
#include "core/networks/layers/conditioned_norm.h"
#include "core/networks/layers/mirror_padding.h"
#include "core/networks/layers/multi_head_attention.h"
#include "core/networks/layers/residual_block.h"
#include "core/networks/layers/sinusoidal_embedding.h"
#include "core/networks/ncsnpp/fir_resampling.h"
#include "core/networks/unet2d/unet2d_time.h"
#include "core/networks/unet2d/unet2d_weights.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace palimpsest {

namespace {

using End = Unet2dBlock::End;

/// Of networks whose class is any number.
constexpr int kNumberedClasses = 1000;

Unet2dConfig checked(Unet2dConfig config) {
    checkUnet2dConfig(config);
    return config;
}

at::Tensor divided(const at::Tensor& x, double divisor) { return divisor == 1 ? x : x / divisor; }

} // namespace

/// One evaluation.
class Unet2dModel::Pass {
public:
    /// embedding: after its SiLU.
    Pass(const Unet2dModel& model, at::Tensor embedding)
        : config_(model.config_), plan_(model.plan_), parameters_(model.parameters_), packed_(model.packed_),
          embedding_(std::move(embedding)) {}

    at::Tensor run(const at::Tensor& x) {
        at::Tensor h = convolve("conv_in", x);
        kept_.push_back(h);
        at::Tensor picture = x;
        for (const Unet2dBlock& block : plan_.down) {
            h = down(block, std::move(h), picture);
        }
        for (const Unet2dStep& step : plan_.middle) {
            h = runStep(step, std::move(h));
        }
        picture.reset();
        for (const Unet2dBlock& block : plan_.up) {
            h = up(block, std::move(h), picture);
        }
        h = convolve("conv_out", norm("conv_norm_out", h, config_.groupsFor(config_.widths.front()), true));
        return picture.defined() ? h + picture : h;
    }

private:
    at::Tensor down(const Unet2dBlock& block, at::Tensor h, at::Tensor& picture) {
        for (const Unet2dStep& step : block.steps) {
            h = runStep(step, std::move(h));
            kept_.push_back(h);
        }
        if (block.end == End::none) {
            return h;
        }
        if (block.end == End::residual) {
            h = residual(*block.resampler, std::move(h));
        } else if (block.end == End::weightless) {
            h = kHalving.apply(h);
        } else {
            h = shrink(block.name + ".downsamplers.0.conv", h);
        }
        if (block.carriesPicture) {
            picture = firDown(picture);
            h = palimpsest::convolve(convolution(block.name + ".skip_conv"), picture, packed_, std::move(h));
        }
        kept_.push_back(h);
        return h;
    }

    at::Tensor up(const Unet2dBlock& block, at::Tensor h, at::Tensor& picture) {
        for (const Unet2dStep& step : block.steps) {
            h = at::cat({h, kept_.back()}, 1);
            kept_.pop_back();
            h = runStep(step, std::move(h));
        }
        if (block.carriesPicture) {
            draw(block, h, picture);
        }
        switch (block.end) {
        case End::none:
            return h;
        case End::residual:
            return residual(*block.resampler, std::move(h));
        case End::weightless:
            return kDoubling.apply(h);
        case End::convolution:
            return convolveDoubled(convolution(block.name + ".upsamplers.0.conv"), h, packed_);
        }
        throw Bug("unet2d: a block without an end");
    }

    /// Adds what the level says of the picture to what the coarser ones said.
    void draw(const Unet2dBlock& block, const at::Tensor& h, at::Tensor& picture) const {
        if (picture.defined()) {
            picture = firUp(picture);
        }
        if (block.end != End::none) {
            const at::Tensor normed = norm(block.name + ".skip_norm", h, std::min(block.width / 4, 32), true);
            picture = palimpsest::convolve(convolution(block.name + ".skip_conv"), normed, packed_, std::move(picture));
        }
    }

    at::Tensor runStep(const Unet2dStep& step, at::Tensor h) const {
        h = residual(step.residual, std::move(h));
        return step.attention ? attend(*step.attention, h) : h;
    }

    at::Tensor residual(const Unet2dResidual& layer, at::Tensor x) const {
        const auto normOf = [&](const std::string& name, int groups) {
            return ResidualBlock::Norm{parameters_.at(name + ".weight"), parameters_.at(name + ".bias"), groups,
                                       config_.epsilon};
        };
        const ResidualBlock block{.norm1 = normOf(layer.name + ".norm1", layer.groups1),
                                  .norm2 = normOf(layer.name + ".norm2", layer.groups2),
                                  .conv1 = convolution(layer.name + ".conv1"),
                                  .conv2 = convolution(layer.name + ".conv2"),
                                  .skip =
                                      layer.hasShortcut ? convolution(layer.name + ".conv_shortcut") : Convolution{},
                                  .resampling = layer.resampling,
                                  .divisor = layer.divisor};
        return residualBlock(block, std::move(x), linear(layer.name + ".time_emb_proj", embedding_), packed_);
    }

    at::Tensor attend(const Unet2dAttention& layer, const at::Tensor& x) const {
        const at::Tensor normed = layer.groups > 0 ? norm(layer.name + ".group_norm", x, layer.groups, false) : x;
        const at::Tensor tokens = normed.permute({0, 2, 3, 1}).flatten(1, 2); // [N,P,C], a view of channels-last pixels
        const auto part = [&](const char* name) { return linear(layer.name + name, tokens); };
        const at::Tensor qkv = at::cat({part(".to_q"), part(".to_k"), part(".to_v")}, 2);
        const at::Tensor change =
            linear(layer.name + ".to_out.0", multiHeadAttention(qkv, layer.heads, AttentionOrder::split));
        return divided(x + change.unflatten(1, {x.size(2), x.size(3)}).permute({0, 3, 1, 2}), layer.divisor);
    }

    /// A 3x3 convolution to half the size.
    at::Tensor shrink(const std::string& name, const at::Tensor& h) const {
        Convolution layer = convolution(name);
        layer.stride = 2;
        layer.padding = config_.downsamplePadding;
        return palimpsest::convolve(layer, layer.padding > 0 ? h : at::constant_pad_nd(h, {0, 1, 0, 1}), packed_);
    }

    at::Tensor norm(const std::string& name, const at::Tensor& x, int groups, bool silu) const {
        return conditionedNorm(x, parameters_.at(name + ".weight"), parameters_.at(name + ".bias"), {},
                               {.groups = groups, .epsilon = config_.epsilon, .silu = silu});
    }

    at::Tensor linear(const std::string& name, const at::Tensor& x) const {
        return at::linear(x, parameters_.at(name + ".weight"), parameters_.at(name + ".bias"));
    }

    Convolution convolution(const std::string& name) const {
        const at::Tensor& weight = parameters_.at(name + ".weight");
        return {weight, parameters_.at(name + ".bias"), 1, weight.size(2) / 2};
    }

    at::Tensor convolve(const std::string& name, const at::Tensor& x) const {
        return palimpsest::convolve(convolution(name), x, packed_);
    }

    const Unet2dConfig& config_;
    const Unet2dPlan& plan_;
    const ParameterMap& parameters_;
    const std::shared_ptr<PackedWeights>& packed_;
    at::Tensor embedding_;
    std::vector<at::Tensor> kept_;
};

Unet2dModel::Unet2dModel(Unet2dConfig config, std::uint64_t seed)
    : config_(checked(std::move(config))), plan_(planUnet2d(config_)),
      parameters_(initialWeights(unet2dParameters(config_, plan_), seed)) {}

Json Unet2dModel::config() const { return toJson(config_); }

int Unet2dModel::classes() const {
    const bool isUnlimited = config_.classEmbedding == Unet2dClassEmbedding::numbers && config_.classes == 0;
    return isUnlimited ? kNumberedClasses : config_.classes;
}

at::Tensor Unet2dModel::embed(const at::Tensor& label, const std::string& name) const {
    const auto linear = [&](const at::Tensor& x, const std::string& layer) {
        const std::string path = name + layer;
        return at::linear(x, parameters_.at(path + ".weight"), parameters_.at(path + ".bias"));
    };
    const at::Tensor& first = parameters_.at(name + ".linear_1.weight");
    const at::Tensor there = label.to(first.device());
    const at::Tensor waves =
        config_.timeEmbedding == Unet2dTimeEmbedding::fourier
            ? gaussianFourierEmbedding(there, parameters_.at("time_proj.weight"))
            : positionalWaves(there, {config_.widths.front(), config_.frequencyShift, config_.cosinesFirst});
    return linear(at::silu(linear(waves.to(first.scalar_type()), ".linear_1")), ".linear_2");
}

at::Tensor Unet2dModel::evaluate(const at::Tensor& x, const at::Tensor& time, const at::Tensor& embedding) const {
    if (x.dim() != 4 || x.size(1) != config_.inputChannels) {
        throw Bug("unet2d: the input must be [N," + std::to_string(config_.inputChannels) + ",H,W]");
    }
    const std::int64_t multiple = std::int64_t{1} << (config_.levels() - 1);
    const std::int64_t height = x.size(2);
    const std::int64_t width = x.size(3);
    at::Tensor h = paddedToMultiple(config_.centerInput ? 2 * x - 1 : x, multiple);
    const at::ScalarType dtype = parameters_.at("conv_out.weight").scalar_type();
    h = Pass(*this, at::silu(embedding)).run(h.to(dtype).contiguous(at::MemoryFormat::ChannelsLast));
    h = h.to(x.scalar_type()).slice(2, 0, height).slice(3, 0, width);
    return config_.timeEmbedding == Unet2dTimeEmbedding::fourier ? h / time.to(h.options()).view({-1, 1, 1, 1}) : h;
}

at::Tensor Unet2dModel::forward(const at::Tensor& x, const at::Tensor& time) const {
    requireClass(*this, std::nullopt);
    return evaluate(x, time, embed(time, "time_embedding"));
}

at::Tensor Unet2dModel::forwardOfClass(const at::Tensor& x, const at::Tensor& time, const at::Tensor& classes) const {
    switch (config_.classEmbedding) {
    case Unet2dClassEmbedding::none:
        break;
    case Unet2dClassEmbedding::table:
        return evaluate(
            x, time, embed(time, "time_embedding") + at::embedding(parameters_.at("class_embedding.weight"), classes));
    case Unet2dClassEmbedding::numbers:
        return evaluate(x, time, embed(time, "time_embedding") + embed(classes, "class_embedding"));
    }
    throw Bug("unet2d: classes for a network that has none");
}

} // namespace palimpsest
