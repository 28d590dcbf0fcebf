// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/compact/compact_unet.h"

#include "core/base/error.h"
#include "core/networks/compact/compact_unet_weights.h"
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

std::string blockName(const char* path, std::size_t level, int index) {
    return std::string(path) + "." + std::to_string(level) + "." + std::to_string(index);
}

} // namespace

CompactUNet::CompactUNet(CompactUNetConfig config, std::uint64_t seed)
    : config_(std::move(config)), parameters_(initialCompactUNetWeights(config_, seed)) {}

Json CompactUNet::config() const { return toJson(config_); }

Convolution CompactUNet::convolution(const std::string& name, std::int64_t stride) const {
    const at::Tensor& weight = parameters_.at(name + ".weight");
    return {weight, parameters_.at(name + ".bias"), stride, stride == 1 ? weight.size(2) / 2 : 0};
}

at::Tensor CompactUNet::block(at::Tensor x, const std::string& name, const at::Tensor& embedding) const {
    const auto norm = [&](const std::string& path) {
        return ResidualBlock::Norm{parameters_.at(path + ".weight"), parameters_.at(path + ".bias"), config_.groups};
    };
    const bool hasSkip = parameters_.contains(name + ".skip.weight");
    const ResidualBlock layers{.norm1 = norm(name + ".norm1"),
                               .norm2 = norm(name + ".norm2"),
                               .conv1 = convolution(name + ".conv1"),
                               .conv2 = convolution(name + ".conv2"),
                               .skip = hasSkip ? convolution(name + ".skip") : Convolution{}};
    at::Tensor scaleShift;
    if (embedding.defined()) {
        scaleShift = at::linear(embedding, parameters_.at(name + ".time.weight"), parameters_.at(name + ".time.bias"));
    }
    return residualBlock(layers, std::move(x), scaleShift, packed_);
}

at::Tensor CompactUNet::attend(at::Tensor x, const std::string& name) const {
    const at::Tensor normed =
        conditionedNorm(x, parameters_.at(name + ".norm.weight"), parameters_.at(name + ".norm.bias"), {},
                        {.groups = config_.groups, .silu = false});
    const at::Tensor tokens =
        convolve(convolution(name + ".qkv"), normed, packed_).permute({0, 2, 3, 1}).flatten(1, 2); // [N,P,3C]
    const at::Tensor attended = multiHeadAttention(tokens, x.size(1) / config_.headWidth, AttentionOrder::split);
    const at::Tensor picture = attended.unflatten(1, {x.size(2), x.size(3)}).permute({0, 3, 1, 2});
    return convolve(convolution(name + ".out"), picture, packed_, std::move(x));
}

at::Tensor CompactUNet::embedTime(const at::Tensor& time) const {
    const at::Tensor& weight = parameters_.at("time.0.weight");
    const at::Tensor waves = sinusoidalEmbedding(time, config_.timeWidth, weight.options());
    const at::Tensor hidden = at::silu(at::linear(waves, weight, parameters_.at("time.0.bias")));
    return at::silu(at::linear(hidden, parameters_.at("time.1.weight"), parameters_.at("time.1.bias")));
}

at::Tensor CompactUNet::run(at::Tensor h, const at::Tensor& embedding) const {
    const std::size_t levels = config_.widths.size();
    std::vector<at::Tensor> skips;
    h = convolve(convolution("in"), h, packed_);
    for (std::size_t level = 0; level < levels; ++level) {
        for (int i = 0; i < config_.downBlocks[level]; ++i) {
            h = block(std::move(h), blockName("down", level, i), embedding);
        }
        skips.push_back(h);
        if (level + 1 < levels) {
            h = convolve(convolution("down." + std::to_string(level) + ".fold", 2), h, packed_);
        }
    }
    h = block(std::move(h), "middle.0", embedding);
    if (config_.attention) {
        h = attend(std::move(h), "middle.attention");
    }
    h = block(std::move(h), "middle.1", embedding);
    for (std::size_t level = levels; level-- > 0;) {
        h = at::cat({h, skips[level]}, 1);
        for (int i = 0; i < config_.upBlocks[level]; ++i) {
            h = block(std::move(h), blockName("up", level, i), embedding);
        }
        if (level > 0) {
            h = convolve(convolution("up." + std::to_string(level) + ".unfold"), h, packed_);
            h = at::upsample_nearest2d(h, {h.size(2) * 2, h.size(3) * 2});
        }
    }
    h = conditionedNorm(h, parameters_.at("out.norm.weight"), parameters_.at("out.norm.bias"), {},
                        {.groups = config_.groups});
    return convolve(convolution("out"), h, packed_);
}

at::Tensor CompactUNet::forward(const at::Tensor& x, const at::Tensor& time) const {
    if (x.dim() != 4 || x.size(1) != config_.inputChannels) {
        throw Bug("compact-unet: the input must be [N," + std::to_string(config_.inputChannels) + ",H,W]");
    }
    const std::int64_t multiple = std::int64_t{config_.unshuffle} << (config_.widths.size() - 1);
    at::Tensor h = paddedToMultiple(x, multiple);
    const at::ScalarType dtype = parameters_.at("in.weight").scalar_type();
    h = at::pixel_unshuffle(h, config_.unshuffle).to(dtype, false, false, at::MemoryFormat::ChannelsLast);
    h = run(h, config_.timeWidth > 0 ? embedTime(time) : at::Tensor());
    h = at::pixel_shuffle(h.to(x.scalar_type()), config_.unshuffle);
    return h.slice(2, 0, x.size(2)).slice(3, 0, x.size(3));
}

} // namespace palimpsest
