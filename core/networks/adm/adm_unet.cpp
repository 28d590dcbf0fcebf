// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/adm/adm_unet.h"

#include "core/base/error.h"
#include "core/networks/adm/adm_unet_weights.h"
#include "core/networks/layers/class_label.h"
#include "core/networks/layers/conditioned_norm.h"
#include "core/networks/layers/mirror_padding.h"
#include "core/networks/layers/multi_head_attention.h"
#include "core/networks/layers/residual_block.h"
#include "core/networks/layers/sinusoidal_embedding.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <utility>

namespace palimpsest {

namespace {

using Kind = AdmLayer::Kind;

AdmUNetConfig checked(AdmUNetConfig config) {
    checkAdmUNetConfig(config);
    return config;
}

const Resampling* resamplingOf(Kind kind) {
    return kind == Kind::residualDown ? &kHalving : kind == Kind::residualUp ? &kDoubling : nullptr;
}

} // namespace

AdmUNet::AdmUNet(AdmUNetConfig config, std::uint64_t seed)
    : config_(checked(std::move(config))), plan_(planAdmUNet(config_)),
      parameters_(initialWeights(admUNetParameters(config_, plan_), seed)) {}

Json AdmUNet::config() const { return toJson(config_); }

at::Tensor AdmUNet::linear(const at::Tensor& x, const std::string& name) const {
    return at::linear(x, parameters_.at(name + ".weight"), parameters_.at(name + ".bias"));
}

Convolution AdmUNet::convolution(const std::string& name, std::int64_t stride) const {
    const at::Tensor& weight = parameters_.at(name + ".weight");
    return {weight, parameters_.at(name + ".bias"), stride, weight.size(2) / 2};
}

at::Tensor AdmUNet::convolve(const at::Tensor& x, const std::string& name, std::int64_t stride) const {
    return palimpsest::convolve(convolution(name, stride), x, packed_);
}

at::Tensor AdmUNet::residual(const AdmLayer& layer, at::Tensor x, const at::Tensor& embedding) const {
    const auto norm = [&](const std::string& name) {
        return ResidualBlock::Norm{parameters_.at(name + ".weight"), parameters_.at(name + ".bias"), config_.groups};
    };
    const ResidualBlock block{.norm1 = norm(layer.name + ".in_layers.0"),
                              .norm2 = norm(layer.name + ".out_layers.0"),
                              .conv1 = convolution(layer.name + ".in_layers.2"),
                              .conv2 = convolution(layer.name + ".out_layers.3"),
                              .skip =
                                  layer.from != layer.to ? convolution(layer.name + ".skip_connection") : Convolution{},
                              .resampling = resamplingOf(layer.kind)};
    return residualBlock(block, std::move(x), linear(embedding, layer.name + ".emb_layers.1"), packed_);
}

at::Tensor AdmUNet::attend(const AdmLayer& layer, const at::Tensor& x) const {
    const at::Tensor normed =
        conditionedNorm(x, parameters_.at(layer.name + ".norm.weight"), parameters_.at(layer.name + ".norm.bias"), {},
                        {.groups = config_.groups, .silu = false});
    const auto project = [&](const at::Tensor& tokens, const std::string& name) {
        return at::linear(tokens, parameters_.at(name + ".weight").squeeze(2), parameters_.at(name + ".bias"));
    };
    const std::int64_t heads = config_.headChannels > 0 ? layer.to / config_.headChannels : config_.heads;
    const at::Tensor tokens = normed.permute({0, 2, 3, 1}).flatten(1, 2); // [N,P,C], a view of channels-last pixels
    const at::Tensor attended = multiHeadAttention(project(tokens, layer.name + ".qkv"), heads, config_.attentionOrder);
    const at::Tensor change = project(attended, layer.name + ".proj_out");
    return x + change.unflatten(1, {x.size(2), x.size(3)}).permute({0, 3, 1, 2});
}

at::Tensor AdmUNet::runBlock(const AdmBlock& block, at::Tensor h, const at::Tensor& embedding) const {
    for (const AdmLayer& layer : block) {
        switch (layer.kind) {
        case Kind::convolution:
            h = convolve(h, layer.name);
            break;
        case Kind::residual:
        case Kind::residualDown:
        case Kind::residualUp:
            h = residual(layer, std::move(h), embedding);
            break;
        case Kind::attention:
            h = attend(layer, h);
            break;
        case Kind::stridedConvolution:
            h = convolve(h, layer.name, 2);
            break;
        case Kind::enlargedConvolution:
            h = convolveDoubled(convolution(layer.name), h, packed_);
            break;
        }
    }
    return h;
}

at::Tensor AdmUNet::run(at::Tensor h, const at::Tensor& embedding) const {
    std::vector<at::Tensor> kept;
    for (const AdmBlock& block : plan_.input) {
        h = runBlock(block, std::move(h), embedding);
        kept.push_back(h);
    }
    h = runBlock(plan_.middle, std::move(h), embedding);
    for (const AdmBlock& block : plan_.output) {
        h = at::cat({h, kept.back()}, 1);
        kept.pop_back();
        h = runBlock(block, std::move(h), embedding);
    }
    h = conditionedNorm(h, parameters_.at("out.0.weight"), parameters_.at("out.0.bias"), {},
                        {.groups = config_.groups});
    return convolve(h, "out.2");
}

at::Tensor AdmUNet::embedTime(const at::Tensor& time) const {
    const at::TensorOptions options = parameters_.at("time_embed.0.weight").options();
    const at::Tensor waves = sinusoidalEmbedding(time, config_.modelChannels, options);
    return linear(at::silu(linear(waves, "time_embed.0")), "time_embed.2");
}

at::Tensor AdmUNet::evaluate(const at::Tensor& x, const at::Tensor& embedding) const {
    if (x.dim() != 4 || x.size(1) != config_.inputChannels) {
        throw Bug("adm-unet: the input must be [N," + std::to_string(config_.inputChannels) + ",H,W]");
    }
    const std::int64_t multiple = std::int64_t{1} << (config_.levels() - 1);
    const std::int64_t height = x.size(2);
    const std::int64_t width = x.size(3);
    at::Tensor h = paddedToMultiple(x, multiple);
    const at::ScalarType dtype = parameters_.at("out.2.weight").scalar_type();
    h = run(h.to(dtype).contiguous(at::MemoryFormat::ChannelsLast), at::silu(embedding));
    return h.to(x.scalar_type()).slice(2, 0, height).slice(3, 0, width);
}

at::Tensor AdmUNet::forward(const at::Tensor& x, const at::Tensor& time) const {
    requireClass(*this, std::nullopt);
    return evaluate(x, embedTime(time));
}

at::Tensor AdmUNet::forwardOfClass(const at::Tensor& x, const at::Tensor& time, const at::Tensor& classes) const {
    if (config_.classes == 0) {
        throw Bug("adm-unet: classes for a network that has none");
    }
    return evaluate(x, embedTime(time) + at::embedding(parameters_.at("label_emb.weight"), classes));
}

} // namespace palimpsest
