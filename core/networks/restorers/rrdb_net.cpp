// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/restorers/rrdb_net.h"

#include "core/base/error.h"
#include "core/base/json_object.h"
#include "core/networks/layers/mirror_padding.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

namespace palimpsest {
namespace {

constexpr double kSlope = 0.2;
constexpr double kResidual = 0.2;
constexpr int kDense = 5; // convolutions in a dense block
constexpr int kInner = 3; // dense blocks in a block

std::string pathOf(int block, int dense) {
    return "body." + std::to_string(block) + ".rdb" + std::to_string(dense + 1) + ".conv";
}

} // namespace

Json toJson(const RrdbConfig& config) {
    return {{"channels", config.channels}, {"features", config.features},   {"growth", config.growth},
            {"blocks", config.blocks},     {"doublings", config.doublings}, {"unshuffle", config.unshuffle}};
}

RrdbConfig rrdbConfigFromJson(const Json& json) {
    JsonObject object(json, "the configuration of an RRDBNet");
    RrdbConfig config;
    config.channels = static_cast<int>(object.integer("channels", 1, 4));
    config.features = static_cast<int>(object.integer("features", 1, 1024));
    config.growth = static_cast<int>(object.integer("growth", 1, 1024));
    config.blocks = static_cast<int>(object.integer("blocks", 1, 256));
    config.doublings = static_cast<int>(object.integer("doublings", 0, 3));
    config.unshuffle = static_cast<int>(object.integer("unshuffle", 1, 8));
    if ((1 << config.doublings) % config.unshuffle != 0) {
        object.refuse("unshuffle", "a power of 2 that is at most the enlargement");
    }
    object.finish();
    return config;
}

std::vector<PlannedWeight> rrdbParameters(const RrdbConfig& config) {
    WeightPlan plan;
    const std::int64_t features = config.features;
    const std::int64_t input = std::int64_t{config.channels} * config.unshuffle * config.unshuffle;
    plan.convolution("conv_first", {features, input, 3, 3});
    for (int block = 0; block < config.blocks; ++block) {
        for (int dense = 0; dense < kInner; ++dense) {
            for (int i = 0; i < kDense; ++i) {
                plan.convolution(
                    pathOf(block, dense) + std::to_string(i + 1),
                    {i + 1 < kDense ? config.growth : features, features + std::int64_t{i} * config.growth, 3, 3});
            }
        }
    }
    plan.convolution("conv_body", {features, features, 3, 3});
    for (int i = 0; i < config.doublings; ++i) {
        plan.convolution("conv_up" + std::to_string(i + 1), {features, features, 3, 3});
    }
    plan.convolution("conv_hr", {features, features, 3, 3});
    plan.convolution("conv_last", {config.channels, features, 3, 3});
    return plan.take();
}

RrdbNet::RrdbNet(const RrdbConfig& config, std::uint64_t seed)
    : FeedForward(rrdbParameters(config), seed), config_(config) {}

Json RrdbNet::config() const { return toJson(config_); }

at::Tensor RrdbNet::denseBlock(const std::string& path, const at::Tensor& x) const {
    at::Tensor all = x;
    for (int i = 1; i < kDense; ++i) {
        all = at::cat({all, leaky(convolve(path + std::to_string(i), all), kSlope)}, 1);
    }
    return at::add(x, convolve(path + std::to_string(kDense), all), kResidual);
}

at::Tensor RrdbNet::block(int index, const at::Tensor& x) const {
    at::Tensor h = x;
    for (int dense = 0; dense < kInner; ++dense) {
        h = denseBlock(pathOf(index, dense), h);
    }
    return at::add(x, h, kResidual);
}

at::Tensor RrdbNet::forward(const at::Tensor& x, const at::Tensor& /*time*/) const {
    const int fold = config_.unshuffle;
    at::Tensor h = prepared(x, "conv_first.weight");
    h = fold > 1 ? at::pixel_unshuffle(paddedToMultiple(h, fold), fold).contiguous(at::MemoryFormat::ChannelsLast) : h;
    const at::Tensor first = convolve("conv_first", h);
    h = first;
    for (int i = 0; i < config_.blocks; ++i) {
        h = block(i, h);
    }
    h = convolve("conv_body", h, first);
    for (int i = 0; i < config_.doublings; ++i) {
        h = leaky(doubled("conv_up" + std::to_string(i + 1), h), kSlope);
    }
    h = convolve("conv_last", leaky(convolve("conv_hr", h), kSlope)).to(x.scalar_type());
    return h.slice(2, 0, x.size(2) * scale()).slice(3, 0, x.size(3) * scale());
}

} // namespace palimpsest
