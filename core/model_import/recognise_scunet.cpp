// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/restorer_recognition.h"
#include "core/model_import/weight_matching.h"
#include "core/networks/restorers/scunet.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace palimpsest {
namespace {

bool fits(const CheckpointOutline&, const WeightSet& weights) {
    return weights.has("m_head.0.weight") && weights.has("m_tail.0.weight") &&
           weights.mentions(".trans_block.msa.embedding_layer.");
}

/// Channels of a head, from the first block that there is.
int headWidth(const WeightSet& weights) {
    for (const StoredWeight& weight : weights.weights()) {
        if (weight.name.ends_with("msa.relative_position_params") && !weight.shape.empty() && weight.shape[0] > 0) {
            const std::string stem = weight.name.substr(0, weight.name.rfind('.'));
            return static_cast<int>(weights.side(stem + ".linear.weight", 0) / weight.shape[0]);
        }
    }
    return 0;
}

ScuNetConfig configOf(const WeightSet& weights) {
    const auto others = [&](const char* list) { return std::max(0, weights.count(list) - 1); }; // one is a resampling
    ScuNetConfig config;
    config.channels = static_cast<int>(weights.side("m_head.0.weight", 1));
    config.features = static_cast<int>(weights.side("m_head.0.weight", 0));
    config.headWidth = headWidth(weights);
    config.blocks = {others("m_down1."), others("m_down2."), others("m_down3."), weights.count("m_body."),
                     others("m_up3."),   others("m_up2."),   others("m_up1.")};
    return config;
}

void read(const ModelEvidence& evidence, Recognition& recognition) {
    const ScuNetConfig config = scuNetConfigFromJson(toJson(configOf(evidence.weights)));
    recognition.weights = matchedWeights(evidence.weights, scuNetParameters(config));
    fillRestorer({.architecture = "scunet",
                  .config = toJson(config).dump(),
                  .channels = config.channels,
                  .nativeSize = 256,
                  .rule = {.tasks = {"denoise", "dejpeg"}, .scale = 1, .tile = 384, .overlap = 64}},
                 recognition);
}

} // namespace

extern const Recogniser kScuNetRecogniser;
const Recogniser kScuNetRecogniser{"scunet", "SCUNet, as its authors save it", fits, read};

} // namespace palimpsest
