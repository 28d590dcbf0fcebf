// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/restorers/srvgg_net.h"

#include "core/base/json_object.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

namespace palimpsest {
namespace {

std::string pathOf(int layer) { return "body." + std::to_string(layer); }

} // namespace

Json toJson(const SrvggConfig& config) {
    return {{"channels", config.channels},
            {"features", config.features},
            {"convolutions", config.convolutions},
            {"scale", config.scale}};
}

SrvggConfig srvggConfigFromJson(const Json& json) {
    JsonObject object(json, "the configuration of an SRVGGNetCompact");
    SrvggConfig config;
    config.channels = static_cast<int>(object.integer("channels", 1, 4));
    config.features = static_cast<int>(object.integer("features", 1, 1024));
    config.convolutions = static_cast<int>(object.integer("convolutions", 0, 512));
    config.scale = static_cast<int>(object.integer("scale", 1, 8));
    object.finish();
    return config;
}

std::vector<PlannedWeight> srvggParameters(const SrvggConfig& config) {
    WeightPlan plan;
    const std::int64_t features = config.features;
    for (int i = 0; i <= config.convolutions; ++i) {
        plan.convolution(pathOf(2 * i), {features, i == 0 ? config.channels : features, 3, 3});
        plan.add({.name = pathOf(2 * i + 1) + ".weight",
                  .shape = {features},
                  .start = PlannedWeight::Start::zeros,
                  .precision = ParameterMap::Precision::compute});
    }
    plan.convolution(pathOf(2 * config.convolutions + 2),
                     {std::int64_t{config.channels} * config.scale * config.scale, features, 3, 3});
    return plan.take();
}

SrvggNet::SrvggNet(const SrvggConfig& config, std::uint64_t seed)
    : FeedForward(srvggParameters(config), seed), config_(config) {}

Json SrvggNet::config() const { return toJson(config_); }

at::Tensor SrvggNet::forward(const at::Tensor& x, const at::Tensor& /*time*/) const {
    at::Tensor h = prepared(x, "body.0.weight");
    for (int i = 0; i <= config_.convolutions; ++i) {
        h = at::prelu(convolve(pathOf(2 * i), h), weights().at(pathOf(2 * i + 1) + ".weight"));
    }
    h = convolve(pathOf(2 * config_.convolutions + 2), h).to(x.scalar_type());
    const at::Tensor base = at::upsample_nearest2d(x, {x.size(2) * config_.scale, x.size(3) * config_.scale});
    return at::pixel_shuffle(h, config_.scale) + base;
}

} // namespace palimpsest
