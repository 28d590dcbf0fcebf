// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/restorers/nafnet.h"

#include "core/base/json_object.h"
#include "core/networks/layers/mirror_padding.h"
#include "core/networks/restorers/channel_norm.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace palimpsest {
namespace {

constexpr double kEpsilon = 1e-6;

std::string numbered(const char* list, std::size_t i) { return list + std::to_string(i); }

void addBlocks(WeightPlan& plan, const std::string& path, int count, std::int64_t features) {
    for (int i = 0; i < count; ++i) {
        const std::string block = path + "." + std::to_string(i) + ".";
        for (const char* scale : {"beta", "gamma"}) {
            plan.add({block + scale, {1, features, 1, 1}});
        }
        plan.convolution(block + "conv1", {2 * features, features, 1, 1});
        plan.convolution(block + "conv2", {2 * features, 1, 3, 3});
        plan.convolution(block + "conv3", {features, features, 1, 1});
        plan.convolution(block + "sca.1", {features, features, 1, 1});
        plan.convolution(block + "conv4", {2 * features, features, 1, 1});
        plan.convolution(block + "conv5", {features, features, 1, 1});
        plan.norm(block + "norm1", features);
        plan.norm(block + "norm2", features);
    }
}

std::vector<int> blockList(JsonObject& object, const char* entry) {
    const Json& list = object.value(entry);
    std::vector<int> counts;
    for (std::size_t i = 0; list.is_array() && i < list.size(); ++i) {
        const bool isCount =
            list[i].is_number_integer() && list[i].get<std::int64_t>() >= 0 && list[i].get<std::int64_t>() <= 256;
        counts.push_back(isCount ? list[i].get<int>() : -1);
    }
    constexpr std::size_t kMostSizes = 8;
    if (counts.empty() || counts.size() > kMostSizes || *std::min_element(counts.begin(), counts.end()) < 0) {
        object.refuse(entry, "a list of one to eight numbers from 0 to 256");
    }
    return counts;
}

/// Half the channels times the other half.
at::Tensor gated(const at::Tensor& x) {
    const std::vector<at::Tensor> halves = x.chunk(2, 1);
    return halves[0] * halves[1];
}

} // namespace

Json toJson(const NafNetConfig& config) {
    return {{"channels", config.channels},
            {"features", config.features},
            {"encoders", config.encoders},
            {"middle", config.middle},
            {"decoders", config.decoders}};
}

NafNetConfig nafNetConfigFromJson(const Json& json) {
    JsonObject object(json, "the configuration of a NAFNet");
    NafNetConfig config;
    config.channels = static_cast<int>(object.integer("channels", 1, 4));
    config.features = static_cast<int>(object.integer("features", 1, 1024));
    config.encoders = blockList(object, "encoders");
    config.middle = static_cast<int>(object.integer("middle", 0, 256));
    config.decoders = blockList(object, "decoders");
    if (config.decoders.size() != config.encoders.size()) {
        object.refuse("decoders", "a list as long as the one of encoders");
    }
    object.finish();
    return config;
}

std::vector<PlannedWeight> nafNetParameters(const NafNetConfig& config) {
    WeightPlan plan;
    std::int64_t features = config.features;
    plan.convolution("intro", {features, config.channels, 3, 3});
    plan.convolution("ending", {config.channels, features, 3, 3});
    for (std::size_t i = 0; i < config.encoders.size(); ++i, features *= 2) {
        addBlocks(plan, numbered("encoders.", i), config.encoders[i], features);
        plan.convolution(numbered("downs.", i), {2 * features, features, 2, 2});
    }
    addBlocks(plan, "middle_blks", config.middle, features);
    for (std::size_t i = 0; i < config.decoders.size(); ++i) {
        addPlainConvolution(plan, numbered("ups.", i) + ".0", {2 * features, features, 1, 1});
        features /= 2;
        addBlocks(plan, numbered("decoders.", i), config.decoders[i], features);
    }
    return plan.take();
}

NafNet::NafNet(const NafNetConfig& config, std::uint64_t seed)
    : FeedForward(nafNetParameters(config), seed), config_(config) {}

Json NafNet::config() const { return toJson(config_); }

at::Tensor NafNet::block(const std::string& path, const at::Tensor& x) const {
    const auto norm = [&](const char* name, const at::Tensor& input) {
        return channelNorm(input, weights().at(path + name + ".weight"), weights().at(path + name + ".bias"), kEpsilon);
    };
    const auto scale = [&](const char* name) { return weights().at(path + name).to(x.scalar_type()); };
    at::Tensor h = gated(depthwise(path + "conv2", convolve(path + "conv1", norm("norm1", x))));
    h = h * convolve(path + "sca.1", h.mean({2, 3}, true));
    const at::Tensor y = x + convolve(path + "conv3", h) * scale("beta");
    h = convolve(path + "conv5", gated(convolve(path + "conv4", norm("norm2", y))));
    return y + h * scale("gamma");
}

at::Tensor NafNet::blocks(const std::string& path, int count, at::Tensor x) const {
    for (int i = 0; i < count; ++i) {
        x = block(path + "." + std::to_string(i) + ".", x);
    }
    return x;
}

at::Tensor NafNet::forward(const at::Tensor& x, const at::Tensor& /*time*/) const {
    const at::Tensor padded = paddedToMultiple(prepared(x, "intro.weight"), std::int64_t{1} << config_.encoders.size());
    at::Tensor h = convolve("intro", padded);
    std::vector<at::Tensor> skips;
    for (std::size_t i = 0; i < config_.encoders.size(); ++i) {
        h = blocks(numbered("encoders.", i), config_.encoders[i], h);
        skips.push_back(h);
        h = folded(numbered("downs.", i), h, 2);
    }
    h = blocks("middle_blks", config_.middle, h);
    for (std::size_t i = 0; i < config_.decoders.size(); ++i) {
        h = at::pixel_shuffle(convolve(numbered("ups.", i) + ".0", h), 2).contiguous(at::MemoryFormat::ChannelsLast) +
            skips[skips.size() - 1 - i];
        h = blocks(numbered("decoders.", i), config_.decoders[i], h);
    }
    h = (convolve("ending", h) + padded).to(x.scalar_type());
    return h.slice(2, 0, x.size(2)).slice(3, 0, x.size(3));
}

} // namespace palimpsest
