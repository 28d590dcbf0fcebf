// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/restorers/drunet.h"

#include "core/base/json_object.h"
#include "core/networks/layers/mirror_padding.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

namespace palimpsest {
namespace {

constexpr std::int64_t kMultiple = 8; // px: it is halved three times
constexpr int kSizes = 4;

std::string down(int level) { return "m_down" + std::to_string(level + 1) + "."; }
std::string up(int level) { return "m_up" + std::to_string(level + 1) + "."; }

void addBlocks(WeightPlan& plan, const std::string& path, int first, int blocks, std::int64_t features) {
    for (int i = first; i < first + blocks; ++i) {
        for (const char* part : {".res.0", ".res.2"}) {
            addPlainConvolution(plan, path + std::to_string(i) + part, {features, features, 3, 3});
        }
    }
}

} // namespace

Json toJson(const DruNetConfig& config) {
    return {{"channels", config.channels}, {"features", config.features}, {"blocks", config.blocks}};
}

DruNetConfig druNetConfigFromJson(const Json& json) {
    JsonObject object(json, "the configuration of a DRUNet");
    DruNetConfig config;
    config.channels = static_cast<int>(object.integer("channels", 1, 4));
    config.blocks = static_cast<int>(object.integer("blocks", 1, 64));
    const Json& features = object.value("features");
    for (std::size_t i = 0; i < config.features.size(); ++i) {
        if (!features.is_array() || features.size() != config.features.size() || !features[i].is_number_integer() ||
            features[i].get<std::int64_t>() < 1 || features[i].get<std::int64_t>() > 4096) {
            object.refuse("features", "a list of four numbers from 1 to 4096");
        }
        config.features[i] = features[i].get<int>();
    }
    object.finish();
    return config;
}

std::vector<PlannedWeight> druNetParameters(const DruNetConfig& config) {
    WeightPlan plan;
    addPlainConvolution(plan, "m_head", {config.features[0], config.channels + 1, 3, 3});
    for (int level = 0; level + 1 < kSizes; ++level) {
        addBlocks(plan, down(level), 0, config.blocks, config.features[level]);
        addPlainConvolution(plan, down(level) + std::to_string(config.blocks),
                            {config.features[level + 1], config.features[level], 2, 2});
    }
    addBlocks(plan, "m_body.", 0, config.blocks, config.features[kSizes - 1]);
    for (int level = kSizes - 2; level >= 0; --level) {
        addPlainConvolution(plan, up(level) + "0", {config.features[level + 1], config.features[level], 2, 2});
        addBlocks(plan, up(level), 1, config.blocks, config.features[level]);
    }
    addPlainConvolution(plan, "m_tail", {config.channels, config.features[0], 3, 3});
    return plan.take();
}

DruNet::DruNet(const DruNetConfig& config, std::uint64_t seed)
    : FeedForward(druNetParameters(config), seed), config_(config) {}

Json DruNet::config() const { return toJson(config_); }

at::Tensor DruNet::blocks(const std::string& path, int first, at::Tensor x) const {
    for (int i = first; i < first + config_.blocks; ++i) {
        const std::string block = path + std::to_string(i);
        const at::Tensor h = leaky(convolve(block + ".res.0", x), 0);
        x = convolve(block + ".res.2", h, std::move(x));
    }
    return x;
}

at::Tensor DruNet::forward(const at::Tensor& x, const at::Tensor& time) const {
    at::Tensor h = paddedToMultiple(prepared(x, "m_head.weight"), kMultiple);
    const at::Tensor noise = time.to(h.options()).reshape({-1, 1, 1, 1}).expand({h.size(0), 1, h.size(2), h.size(3)});
    h = convolve("m_head", at::cat({h, noise}, 1));
    std::vector<at::Tensor> skips;
    for (int level = 0; level + 1 < kSizes; ++level) {
        skips.push_back(h);
        h = folded(down(level) + std::to_string(config_.blocks), blocks(down(level), 0, h), 2);
    }
    const at::Tensor bottom = h;
    h = blocks("m_body.", 0, h) + bottom;
    for (int level = kSizes - 2; level >= 0; --level) {
        h = blocks(up(level), 1, unfolded(up(level) + "0", h)) + skips[level];
    }
    h = convolve("m_tail", h).to(x.scalar_type());
    return h.slice(2, 0, x.size(2)).slice(3, 0, x.size(3));
}

} // namespace palimpsest
