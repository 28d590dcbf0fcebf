// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/layout_refusal.h"
#include "core/model_import/restorer_recognition.h"
#include "core/model_import/weight_matching.h"
#include "core/networks/restorers/rrdb_net.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <string_view>

namespace palimpsest {
namespace {

constexpr int kPerBlock = 15; // convolutions
constexpr int kOthers = 4;    // the first, the body's, and two at the end

/// Real-ESRGAN; ESRGAN of 2018 as its training code and as BSRGAN name it; ncnn, in order.
bool fits(const CheckpointOutline& file, const WeightSet& weights) {
    const bool isNcnn = layersOfKind(file, "Concat") > 0 && layersOfKind(file, "Convolution") > kPerBlock &&
                        layersOfKind(file, "PReLU") == 0;
    return isNcnn || weights.has("body.0.rdb1.conv1.weight") || weights.has("RRDB_trunk.0.RDB1.conv1.weight") ||
           weights.has("model.1.sub.0.RDB1.conv1.0.weight");
}

/// The text behind `prefix`, or empty.
std::string_view behind(std::string_view name, std::string_view prefix) {
    return name.starts_with(prefix) ? name.substr(prefix.size()) : std::string_view();
}

/// "0.RDB1.conv1.weight" -> "body.0.rdb1.conv1.weight"
std::string blockName(std::string rest) {
    if (const std::size_t dense = rest.find("RDB"); dense != std::string::npos) {
        rest.replace(dense, 3, "rdb");
    }
    return "body." + rest;
}

std::string modernName(const std::string& name) {
    static const std::map<std::string_view, std::string_view> stems{{"trunk_conv", "conv_body"},
                                                                    {"HRconv", "conv_hr"},
                                                                    {"upconv1", "conv_up1"},
                                                                    {"upconv2", "conv_up2"},
                                                                    {"upconv3", "conv_up3"}};
    if (const std::string_view rest = behind(name, "RRDB_trunk."); !rest.empty()) {
        return blockName(std::string(rest));
    }
    const std::size_t dot = name.rfind('.');
    const auto stem = stems.find(std::string_view(name).substr(0, dot));
    return stem == stems.end() ? name : std::string(stem->second) + name.substr(dot);
}

/// The numbers of the convolutions of "model.N.weight", which are the enlargements and the last two.
std::vector<int> listedConvolutions(const WeightSet& weights) {
    std::vector<int> numbers;
    for (int i = 2; i < weights.count("model."); ++i) {
        if (weights.has("model." + std::to_string(i) + ".weight")) {
            numbers.push_back(i);
        }
    }
    return numbers;
}

std::string listedName(const std::string& name, const std::vector<int>& convolutions) {
    if (const std::string_view inside = behind(name, "model.1.sub."); !inside.empty()) {
        std::string rest(inside);
        const std::size_t layer = rest.rfind(".0.");
        return rest.find("RDB") == std::string::npos ? "conv_body" + rest.substr(rest.find('.'))
               : layer == std::string::npos          ? blockName(rest)
                                                     : blockName(rest.erase(layer, 2));
    }
    const std::string_view rest = behind(name, "model.");
    const std::size_t dot = rest.find('.');
    if (dot == std::string_view::npos) {
        return name;
    }
    const std::string number(rest.substr(0, dot));
    const std::string kind(rest.substr(dot));
    if (number == "0") {
        return "conv_first" + kind;
    }
    for (std::size_t i = 0; i < convolutions.size(); ++i) {
        if (std::to_string(convolutions[i]) == number) {
            return (i + 1 == convolutions.size()   ? "conv_last"
                    : i + 2 == convolutions.size() ? "conv_hr"
                                                   : "conv_up" + std::to_string(i + 1)) +
                   kind;
        }
    }
    return name;
}

/// How many pixels per side the input folds, from the channels that are seen and given.
int unshuffleOf(std::int64_t seen, std::int64_t given) {
    if (given < 1 || seen % given != 0) {
        return 1;
    }
    const int side = static_cast<int>(std::lround(std::sqrt(static_cast<double>(seen / given))));
    return std::int64_t{side} * side * given == seen ? std::max(1, side) : 1;
}

WeightSet withOurNames(const WeightSet& weights) {
    if (weights.has("model.1.sub.0.RDB1.conv1.0.weight")) {
        const std::vector<int> convolutions = listedConvolutions(weights);
        return renamed(weights, [&](const std::string& name) { return listedName(name, convolutions); });
    }
    return renamed(weights, modernName);
}

RrdbConfig configOf(const WeightSet& weights) {
    RrdbConfig config;
    config.channels = static_cast<int>(weights.side("conv_last.weight", 0));
    config.features = static_cast<int>(weights.side("conv_first.weight", 0));
    config.growth = static_cast<int>(weights.side("body.0.rdb1.conv1.weight", 0));
    config.blocks = weights.count("body.");
    config.doublings = std::max(0, weights.count("conv_up") - 1);
    config.unshuffle = unshuffleOf(weights.side("conv_first.weight", 1), config.channels);
    return config;
}

/// Of convolutions in order.
RrdbConfig ncnnConfig(const ModelEvidence& evidence) {
    const std::vector<StoredWeight>& weights = evidence.weights.weights();
    const int convolutions = layersOfKind(evidence.file, "Convolution");
    RrdbConfig config;
    config.doublings = layersOfKind(evidence.file, "Interp");
    config.blocks = (convolutions - kOthers - config.doublings) / kPerBlock;
    if (weights.size() != 2 * static_cast<std::size_t>(convolutions) ||
        convolutions != config.blocks * kPerBlock + kOthers + config.doublings || weights.front().shape.size() != 4) {
        refuseLayout(Message("its %1 convolutions are no residual in residual dense blocks", convolutions));
    }
    config.features = static_cast<int>(weights[0].shape[0]);
    config.growth = static_cast<int>(weights[2].shape[0]);
    config.channels = static_cast<int>(weights.back().shape[0]);
    config.unshuffle = unshuffleOf(weights[0].shape[1], config.channels);
    return config;
}

void read(const ModelEvidence& evidence, Recognition& recognition) {
    const bool isNcnn = evidence.file.format == "ncnn";
    const WeightSet own = isNcnn ? evidence.weights : withOurNames(evidence.weights);
    const RrdbConfig config = rrdbConfigFromJson(toJson(isNcnn ? ncnnConfig(evidence) : configOf(own)));
    const std::vector<PlannedWeight> plan = rrdbParameters(config);
    recognition.weights = matchedWeights(isNcnn ? namedInOrder(own, plan) : own, plan);
    recognition.model.facts.push_back(
        Message("%1 residual in residual dense blocks of %2 channels.", config.blocks, config.features));
    const int scale = config.scale();
    fillRestorer(
        {.architecture = "rrdb-net",
         .config = toJson(config).dump(),
         .channels = config.channels,
         .nativeSize = 64,
         .rule = {.tasks = tasksOfScale(scale), .scale = scale, .tile = 192 * config.unshuffle, .overlap = 32}},
        recognition);
}

} // namespace

extern const Recogniser kRrdbRecogniser;
const Recogniser kRrdbRecogniser{"rrdb", "RRDBNet, as ESRGAN and Real-ESRGAN save it", fits, read};

} // namespace palimpsest
