// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/adm/adm_unet_config.h"

#include "core/base/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

namespace palimpsest {

namespace {

void require(bool condition, std::string_view entry, const Message& rule) {
    if (!condition) {
        throw Error(ErrorCode::badInput,
                    Message("the configuration of %1 is impossible: %2 %3", "adm-unet", entry, rule),
                    "compare it with the options that the network was trained with");
    }
}

void requireRange(std::string_view entry, int value, int low, int high) {
    require(value >= low && value <= high, entry, Message("must be %1 to %2, not %3", low, high, value));
}

void checkWidths(const AdmUNetConfig& config) {
    require(config.levels() >= 1 && config.levels() <= 8, "channelMultipliers", "must have 1 to 8 levels");
    for (std::size_t level = 0; level < config.levels(); ++level) {
        const double width = config.channelMultipliers[level] * config.modelChannels;
        require(width >= 1 && width <= 4096 && width == std::floor(width) && config.width(level) % config.groups == 0,
                "channelMultipliers", "times modelChannels must be 1 to 4096 and a multiple of groups");
    }
}

void checkAttention(const AdmUNetConfig& config) {
    for (const int factor : config.attentionDownsampling) {
        const bool isLevel = factor > 0 && (factor & (factor - 1)) == 0 && factor < 1 << config.levels();
        require(isLevel, "attentionDownsampling", "must be powers of two, 1 to 2^(levels - 1)");
    }
    for (std::size_t level = 0; level < config.levels(); ++level) {
        if (config.attendsAt(level) || level + 1 == config.levels()) {
            const int divisor = config.headChannels > 0 ? config.headChannels : config.heads;
            require(config.width(level) % divisor == 0, config.headChannels > 0 ? "headChannels" : "heads",
                    "must divide the width of every level with attention, and of the last");
        }
    }
}

const Json& entry(const Json& json, const char* name) {
    const auto found = json.find(name);
    require(found != json.end(), name, "is missing");
    return *found;
}

void read(const Json& json, const char* name, int& value) {
    const Json& given = entry(json, name);
    require(given.is_number_integer(), name, "must be a whole number");
    const auto wide = given.get<std::int64_t>();
    require(wide >= -1'000'000 && wide <= 1'000'000, name, "is out of range");
    value = static_cast<int>(wide);
}

void read(const Json& json, const char* name, bool& value) {
    const Json& given = entry(json, name);
    require(given.is_boolean(), name, "must be true or false");
    value = given.get<bool>();
}

void read(const Json& json, const char* name, std::vector<double>& values) {
    const Json& given = entry(json, name);
    require(given.is_array() && std::all_of(given.begin(), given.end(), [](const Json& v) { return v.is_number(); }),
            name, "must be a list of numbers");
    values = given.get<std::vector<double>>();
}

void read(const Json& json, const char* name, std::vector<int>& values) {
    std::vector<double> numbers;
    read(json, name, numbers);
    values.clear();
    for (const double number : numbers) {
        require(number == std::floor(number) && std::abs(number) <= 1'000'000, name, "must be a list of whole numbers");
        values.push_back(static_cast<int>(number));
    }
}

void read(const Json& json, const char* name, AttentionOrder& value) {
    const Json& given = entry(json, name);
    require(given == "legacy" || given == "new", name, R"(must be "legacy" or "new")");
    value = given == "legacy" ? AttentionOrder::legacy : AttentionOrder::split;
}

} // namespace

bool AdmUNetConfig::attendsAt(std::size_t level) const {
    return std::find(attentionDownsampling.begin(), attentionDownsampling.end(), 1 << level) !=
           attentionDownsampling.end();
}

void checkAdmUNetConfig(const AdmUNetConfig& config) {
    requireRange("inputChannels", config.inputChannels, 1, 64);
    requireRange("outputChannels", config.outputChannels, 1, 64);
    requireRange("modelChannels", config.modelChannels, 2, 4096);
    requireRange("residualBlocks", config.residualBlocks, 1, 16);
    requireRange("headChannels", config.headChannels, 0, 4096);
    requireRange("heads", config.heads, 1, 4096);
    requireRange("classes", config.classes, 0, 1'000'000);
    requireRange("groups", config.groups, 1, 4096);
    require(config.modelChannels % 2 == 0, "modelChannels", "must be even");
    checkWidths(config);
    checkAttention(config);
}

Json toJson(const AdmUNetConfig& config) {
    return {{"inputChannels", config.inputChannels},
            {"outputChannels", config.outputChannels},
            {"modelChannels", config.modelChannels},
            {"channelMultipliers", config.channelMultipliers},
            {"residualBlocks", config.residualBlocks},
            {"attentionDownsampling", config.attentionDownsampling},
            {"attentionOrder", config.attentionOrder == AttentionOrder::legacy ? "legacy" : "new"},
            {"headChannels", config.headChannels},
            {"heads", config.heads},
            {"resampleInBlocks", config.resampleInBlocks},
            {"scaleShiftNorm", config.scaleShiftNorm},
            {"classes", config.classes},
            {"groups", config.groups}};
}

AdmUNetConfig admUNetConfigFromJson(const Json& json) {
    require(json.is_object(), "it", "must be an object");
    AdmUNetConfig config;
    const Json known = toJson(config);
    for (const auto& [name, value] : json.items()) {
        require(known.contains(name), name, "is no entry of it");
    }
    read(json, "inputChannels", config.inputChannels);
    read(json, "outputChannels", config.outputChannels);
    read(json, "modelChannels", config.modelChannels);
    read(json, "channelMultipliers", config.channelMultipliers);
    read(json, "residualBlocks", config.residualBlocks);
    read(json, "attentionDownsampling", config.attentionDownsampling);
    read(json, "attentionOrder", config.attentionOrder);
    read(json, "headChannels", config.headChannels);
    read(json, "heads", config.heads);
    read(json, "resampleInBlocks", config.resampleInBlocks);
    read(json, "scaleShiftNorm", config.scaleShiftNorm);
    read(json, "classes", config.classes);
    read(json, "groups", config.groups);
    checkAdmUNetConfig(config);
    return config;
}

} // namespace palimpsest
