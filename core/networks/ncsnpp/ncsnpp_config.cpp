// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/ncsnpp/ncsnpp_config.h"

#include "core/base/error.h"
#include "core/base/json_object.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

namespace palimpsest {

namespace {

constexpr int kMostLevels = 10;

template <typename Value, std::size_t count>
using Names = std::array<std::pair<const char*, Value>, count>;

constexpr Names<NcsnppEmbedding, 2> kEmbeddings{
    {{"fourier", NcsnppEmbedding::fourier}, {"positional", NcsnppEmbedding::positional}}};
constexpr Names<NcsnppBlock, 2> kBlocks{{{"biggan", NcsnppBlock::biggan}, {"ddpm", NcsnppBlock::ddpm}}};
constexpr Names<NcsnppPyramid, 3> kOutputs{
    {{"none", NcsnppPyramid::none}, {"output_skip", NcsnppPyramid::skip}, {"residual", NcsnppPyramid::residual}}};
constexpr Names<NcsnppPyramid, 3> kInputs{
    {{"none", NcsnppPyramid::none}, {"input_skip", NcsnppPyramid::skip}, {"residual", NcsnppPyramid::residual}}};
constexpr Names<NcsnppCombination, 2> kCombinations{
    {{"sum", NcsnppCombination::sum}, {"cat", NcsnppCombination::join}}};

template <typename Value, std::size_t count>
const char* nameOf(const Names<Value, count>& names, Value value) {
    return std::find_if(names.begin(), names.end(), [&](const auto& entry) { return entry.second == value; })->first;
}

/// Reads what JsonObject has no word for.
class Reader {
public:
    explicit Reader(const Json& json) : object_(json, "the configuration of ncsnpp") {}

    JsonObject& object() { return object_; }

    int number(const char* key, int minimum, int maximum) {
        return static_cast<int>(object_.integer(key, minimum, maximum));
    }

    std::vector<int> numbers(const char* key, int minimum, int maximum) {
        const Json& list = object_.value(key);
        const Message rule("a list of whole numbers from %1 to %2", minimum, maximum);
        if (!list.is_array()) {
            object_.refuse(key, rule);
        }
        std::vector<int> numbers;
        for (const Json& entry : list) {
            if (!entry.is_number_integer() || entry < minimum || entry > maximum) {
                object_.refuse(key, rule);
            }
            numbers.push_back(entry.get<int>());
        }
        return numbers;
    }

    template <typename Value, std::size_t count>
    Value choice(const char* key, const Names<Value, count>& names) {
        std::vector<std::string> known;
        for (const auto& entry : names) {
            known.emplace_back(entry.first);
        }
        const std::string chosen = object_.choice(key, known);
        return std::find_if(names.begin(), names.end(), [&](const auto& entry) { return entry.first == chosen; })
            ->second;
    }

private:
    JsonObject object_;
};

void require(bool condition, const char* entry, const Message& rule) {
    if (!condition) {
        throw Error(ErrorCode::badInput, Message("the configuration of %1 is impossible: %2 %3", "ncsnpp", entry, rule),
                    "compare it with the options that the network was trained with");
    }
}

} // namespace

int ncsnppGroups(int channels) { return std::min(channels / 4, 32); }

bool NcsnppConfig::attendsAt(std::size_t level) const {
    return std::find(attentionDownsampling.begin(), attentionDownsampling.end(), 1 << level) !=
           attentionDownsampling.end();
}

void checkNcsnppConfig(const NcsnppConfig& config) {
    require(config.channels >= 1 && config.channels <= 4, "channels", "must be 1 to 4");
    require(config.modelChannels >= 4 && config.modelChannels <= 4096 && config.modelChannels % 4 == 0, "modelChannels",
            "must be 4 to 4096 and a multiple of 4");
    require(config.levels() >= 1 && config.levels() <= kMostLevels, "channelMultipliers", "must have 1 to 10 levels");
    for (const int multiplier : config.channelMultipliers) {
        require(multiplier >= 1 && multiplier <= 4096 / config.modelChannels, "channelMultipliers",
                "times modelChannels must be at most 4096");
    }
    for (const int factor : config.attentionDownsampling) {
        const bool isLevel = factor > 0 && (factor & (factor - 1)) == 0 && factor < 1 << config.levels();
        require(isLevel, "attentionDownsampling", "must be powers of two, 1 to 2^(levels - 1)");
    }
    require(config.residualBlocks >= 1 && config.residualBlocks <= 16, "residualBlocks", "must be 1 to 16");
    require(!config.scaleBySigma || config.embedding == NcsnppEmbedding::fourier, "scaleBySigma",
            "needs the embedding \"fourier\": only then is the label the noise's standard deviation");
}

Json toJson(const NcsnppConfig& config) {
    return {{"channels", config.channels},
            {"modelChannels", config.modelChannels},
            {"channelMultipliers", config.channelMultipliers},
            {"residualBlocks", config.residualBlocks},
            {"attentionDownsampling", config.attentionDownsampling},
            {"embedding", nameOf(kEmbeddings, config.embedding)},
            {"conditional", config.conditional},
            {"residualBlockType", nameOf(kBlocks, config.residualBlockType)},
            {"fir", config.fir},
            {"resampleWithConvolution", config.resampleWithConvolution},
            {"skipRescale", config.skipRescale},
            {"progressive", nameOf(kOutputs, config.progressive)},
            {"progressiveInput", nameOf(kInputs, config.progressiveInput)},
            {"progressiveCombine", nameOf(kCombinations, config.progressiveCombine)},
            {"scaleBySigma", config.scaleBySigma},
            {"centered", config.centered}};
}

NcsnppConfig ncsnppConfigFromJson(const Json& json) {
    Reader reader(json);
    JsonObject& object = reader.object();
    NcsnppConfig config;
    config.channels = reader.number("channels", 1, 4);
    config.modelChannels = reader.number("modelChannels", 4, 4096);
    config.channelMultipliers = reader.numbers("channelMultipliers", 1, 64);
    config.residualBlocks = reader.number("residualBlocks", 1, 16);
    config.attentionDownsampling = reader.numbers("attentionDownsampling", 1, 1 << 16);
    config.embedding = reader.choice("embedding", kEmbeddings);
    config.conditional = object.boolean("conditional");
    config.residualBlockType = reader.choice("residualBlockType", kBlocks);
    config.fir = object.boolean("fir");
    config.resampleWithConvolution = object.boolean("resampleWithConvolution");
    config.skipRescale = object.boolean("skipRescale");
    config.progressive = reader.choice("progressive", kOutputs);
    config.progressiveInput = reader.choice("progressiveInput", kInputs);
    config.progressiveCombine = reader.choice("progressiveCombine", kCombinations);
    config.scaleBySigma = object.boolean("scaleBySigma");
    config.centered = object.boolean("centered");
    object.finish();
    checkNcsnppConfig(config);
    return config;
}

} // namespace palimpsest
