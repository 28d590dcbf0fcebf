// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/compact/compact_unet_weights.h"

#include "core/base/error.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace palimpsest {

namespace {

using Precision = ParameterMap::Precision;

class Initialiser {
public:
    Initialiser(const CompactUNetConfig& config, std::uint64_t seed)
        : config_(config), generator_(at::detail::createCPUGenerator(seed)) {}

    ParameterMap make() {
        const std::int64_t folded = std::int64_t{config_.unshuffle} * config_.unshuffle;
        const std::vector<int>& widths = config_.widths;
        if (config_.timeWidth > 0) {
            linear("time.0", config_.timeWidth, config_.timeWidth, 1.0);
            linear("time.1", config_.timeWidth, config_.timeWidth, 1.0);
        }
        convolution("in", config_.inputChannels * folded, widths[0], 3);
        down();
        middle();
        up();
        norm("out.norm", widths[0]);
        zeroConvolution("out", widths[0], config_.outputChannels * folded, 3);
        return std::move(parameters_);
    }

private:
    void down() {
        for (std::size_t level = 0; level < config_.widths.size(); ++level) {
            const std::string path = "down." + std::to_string(level) + ".";
            for (int i = 0; i < config_.downBlocks[level]; ++i) {
                block(path + std::to_string(i), config_.widths[level], config_.widths[level]);
            }
            if (level + 1 < config_.widths.size()) {
                convolution(path + "fold", config_.widths[level], config_.widths[level + 1], 2);
            }
        }
    }

    void middle() {
        const int width = config_.widths.back();
        block("middle.0", width, width);
        if (config_.attention) {
            norm("middle.attention.norm", width);
            convolution("middle.attention.qkv", width, 3 * width, 1);
            zeroConvolution("middle.attention.out", width, width, 1);
        }
        block("middle.1", width, width);
    }

    void up() {
        for (std::size_t level = config_.widths.size(); level-- > 0;) {
            const std::string path = "up." + std::to_string(level) + ".";
            const int width = config_.widths[level];
            for (int i = 0; i < config_.upBlocks[level]; ++i) {
                block(path + std::to_string(i), i == 0 ? 2 * width : width, width);
            }
            if (level > 0) {
                convolution(path + "unfold", width, config_.widths[level - 1], 1);
            }
        }
    }

    void block(const std::string& path, std::int64_t from, std::int64_t to) {
        norm(path + ".norm1", from);
        convolution(path + ".conv1", from, to, 3);
        if (config_.timeWidth > 0) {
            linear(path + ".time", config_.timeWidth, 2 * to, 0.0);
        }
        norm(path + ".norm2", to);
        zeroConvolution(path + ".conv2", to, to, 3);
        if (from != to) {
            convolution(path + ".skip", from, to, 1);
        }
    }

    void norm(const std::string& path, std::int64_t channels) {
        parameters_.add(path + ".weight", at::ones({channels}), Precision::full);
        parameters_.add(path + ".bias", at::zeros({channels}), Precision::full);
    }

    void linear(const std::string& path, std::int64_t from, std::int64_t to, double gain) {
        parameters_.add(path + ".weight", normal({to, from}, gain * std::sqrt(1.0 / static_cast<double>(from))),
                        Precision::full);
        parameters_.add(path + ".bias", at::zeros({to}), Precision::full);
    }

    void convolution(const std::string& path, std::int64_t from, std::int64_t to, std::int64_t side) {
        const double fanIn = static_cast<double>(from * side * side);
        addConvolution(path, normal({to, from, side, side}, std::sqrt((side == 3 ? 2.0 : 1.0) / fanIn)));
    }

    void zeroConvolution(const std::string& path, std::int64_t from, std::int64_t to, std::int64_t side) {
        addConvolution(path, at::zeros({to, from, side, side}));
    }

    void addConvolution(const std::string& path, const at::Tensor& weight) {
        parameters_.add(path + ".weight", weight.contiguous(at::MemoryFormat::ChannelsLast));
        parameters_.add(path + ".bias", at::zeros({weight.size(0)}));
    }

    at::Tensor normal(at::IntArrayRef shape, double deviation) {
        return at::randn(shape, generator_, at::TensorOptions(at::kFloat)).mul_(deviation);
    }

    const CompactUNetConfig& config_;
    at::Generator generator_;
    ParameterMap parameters_;
};

void require(bool condition, const Message& complaint) {
    if (!condition) {
        throw Error(ErrorCode::badInput,
                    Message("the configuration of %1 is impossible: %2", "compact-unet", complaint),
                    "compare it with the card of an embedded prior");
    }
}

void check(const CompactUNetConfig& config) {
    const std::size_t levels = config.widths.size();
    require(config.inputChannels >= 1 && config.inputChannels <= 64, "inputChannels must be 1 to 64");
    require(config.outputChannels >= 1 && config.outputChannels <= 64, "outputChannels must be 1 to 64");
    require(config.unshuffle >= 1 && config.unshuffle <= 8, "unshuffle must be 1 to 8");
    require(levels >= 1 && levels <= 8, "widths must have 1 to 8 entries");
    require(config.downBlocks.size() == levels && config.upBlocks.size() == levels,
            "downBlocks and upBlocks must have one entry per level");
    require(config.groups >= 1 && config.headWidth >= 1, "groups and headWidth must be at least 1");
    require(config.timeWidth >= 0 && config.timeWidth <= 4096 && config.timeWidth % 2 == 0,
            "timeWidth must be even, 0 to 4096");
    for (std::size_t level = 0; level < levels; ++level) {
        require(config.widths[level] >= 1 && config.widths[level] <= 4096 && config.widths[level] % config.groups == 0,
                "every width must be 1 to 4096 and a multiple of groups");
        require(config.downBlocks[level] >= 0 && config.downBlocks[level] <= 16, "downBlocks must be 0 to 16");
        require(config.upBlocks[level] >= 1 && config.upBlocks[level] <= 16, "upBlocks must be 1 to 16");
    }
    require(!config.attention || config.widths.back() % config.headWidth == 0,
            "the last width must be a multiple of headWidth");
}

} // namespace

ParameterMap initialCompactUNetWeights(const CompactUNetConfig& config, std::uint64_t seed) {
    check(config);
    return Initialiser(config, seed).make();
}

Json toJson(const CompactUNetConfig& config) {
    return {{"inputChannels", config.inputChannels},
            {"outputChannels", config.outputChannels},
            {"unshuffle", config.unshuffle},
            {"widths", config.widths},
            {"downBlocks", config.downBlocks},
            {"upBlocks", config.upBlocks},
            {"groups", config.groups},
            {"headWidth", config.headWidth},
            {"attention", config.attention},
            {"timeWidth", config.timeWidth}};
}

CompactUNetConfig compactUNetConfigFromJson(const Json& json) {
    try {
        CompactUNetConfig config;
        json.at("inputChannels").get_to(config.inputChannels);
        json.at("outputChannels").get_to(config.outputChannels);
        json.at("unshuffle").get_to(config.unshuffle);
        json.at("widths").get_to(config.widths);
        json.at("downBlocks").get_to(config.downBlocks);
        json.at("upBlocks").get_to(config.upBlocks);
        json.at("groups").get_to(config.groups);
        json.at("headWidth").get_to(config.headWidth);
        json.at("attention").get_to(config.attention);
        json.at("timeWidth").get_to(config.timeWidth);
        check(config);
        return config;
    } catch (const nlohmann::json::exception& e) {
        throw Error(ErrorCode::badInput,
                    Message("the configuration of %1 cannot be read: %2", "compact-unet", Message::verbatim(e.what())),
                    "compare it with the card of an embedded prior");
    }
}

} // namespace palimpsest
