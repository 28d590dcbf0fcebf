// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/layout_refusal.h"
#include "core/model_import/restorer_recognition.h"
#include "core/model_import/weight_matching.h"
#include "core/networks/restorers/drunet.h"

#include <nlohmann/json.hpp>

namespace palimpsest {
namespace {

bool fits(const CheckpointOutline&, const WeightSet& weights) {
    return weights.has("m_head.weight") && weights.has("m_tail.weight") && weights.has("m_body.0.res.0.weight");
}

DruNetConfig configOf(const WeightSet& weights) {
    const auto width = [&](const char* name) { return static_cast<int>(weights.side(name, 0)); };
    DruNetConfig config;
    config.channels = width("m_tail.weight");
    config.blocks = weights.count("m_body.");
    config.features = {width("m_head.weight"), width("m_down2.0.res.0.weight"), width("m_down3.0.res.0.weight"),
                       width("m_body.0.res.0.weight")};
    if (weights.side("m_head.weight", 1) != config.channels + 1) {
        refuseLayout(
            Message("it sees %1 channels and gives %2: it is not told the noise, and such networks are not known",
                    weights.side("m_head.weight", 1), config.channels));
    }
    return config;
}

void read(const ModelEvidence& evidence, Recognition& recognition) {
    const DruNetConfig config = druNetConfigFromJson(toJson(configOf(evidence.weights)));
    recognition.weights = matchedWeights(evidence.weights, druNetParameters(config));
    recognition.model.facts.push_back("It is told how strong the noise is.");
    recognition.card.timeLabel = "sigma";
    fillRestorer({.architecture = "drunet",
                  .config = toJson(config).dump(),
                  .channels = config.channels,
                  .nativeSize = 128,
                  .rule = {.tasks = {"denoise"}, .scale = 1, .tile = 512, .overlap = 64}},
                 recognition);
}

} // namespace

extern const Recogniser kDruNetRecogniser;
const Recogniser kDruNetRecogniser{"drunet", "DRUNet, as DPIR saves it", fits, read};

} // namespace palimpsest
