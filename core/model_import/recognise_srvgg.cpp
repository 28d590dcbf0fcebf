// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/layout_refusal.h"
#include "core/model_import/restorer_recognition.h"
#include "core/model_import/weight_matching.h"
#include "core/networks/restorers/srvgg_net.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace palimpsest {
namespace {

constexpr int kColours = 3;

bool fits(const CheckpointOutline& file, const WeightSet& weights) {
    const bool isNcnn = layersOfKind(file, "PReLU") > 0 && layersOfKind(file, "PixelShuffle") == 1 &&
                        layersOfKind(file, "Convolution") == layersOfKind(file, "PReLU") + 1;
    const StoredWeight* first = weights.find("body.0.weight");
    const StoredWeight* slopes = weights.find("body.1.weight");
    return isNcnn || (first && slopes && first->shape.size() == 4 && slopes->shape.size() == 1);
}

/// Three tensors for each of the first layers, two for the last.
WeightSet inNcnn(const ModelEvidence& evidence) {
    int number = 0;
    return renamed(evidence.weights, [&](const std::string& name) {
        const bool isBias = name.ends_with(".bias");
        return "body." + std::to_string(isBias ? number - 1 : number++) + (isBias ? ".bias" : ".weight");
    });
}

SrvggConfig configOf(const WeightSet& weights) {
    SrvggConfig config;
    const int last = weights.count("body.") - 1;
    const std::int64_t channels = weights.side("body.0.weight", 1);
    const std::int64_t places = weights.side("body." + std::to_string(last) + ".weight", 0);
    config.channels = static_cast<int>(channels);
    config.features = static_cast<int>(weights.side("body.0.weight", 0));
    config.convolutions = (last - 2) / 2;
    config.scale = channels > 0 ? static_cast<int>(std::lround(std::sqrt(static_cast<double>(places / channels)))) : 0;
    if (channels < 1 || channels > kColours + 1 || last < 2 || last % 2 != 0) {
        refuseLayout("its layers are no chain of convolutions and activations");
    }
    return config;
}

void read(const ModelEvidence& evidence, Recognition& recognition) {
    const WeightSet own = evidence.file.format == "ncnn" ? inNcnn(evidence) : evidence.weights;
    const SrvggConfig config = srvggConfigFromJson(toJson(configOf(own)));
    recognition.weights = matchedWeights(own, srvggParameters(config));
    recognition.model.facts.push_back(
        Message("%1 convolutions of %2 channels.", config.convolutions + 2, config.features));
    const int sees = config.convolutions + 2; // px to every side
    fillRestorer({.architecture = "srvgg-net",
                  .config = toJson(config).dump(),
                  .channels = config.channels,
                  .nativeSize = 64,
                  .rule = {.tasks = tasksOfScale(config.scale),
                           .scale = config.scale,
                           .tile = 256,
                           .overlap = std::min(2 * sees, 96)}},
                 recognition);
}

} // namespace

extern const Recogniser kSrvggRecogniser;
const Recogniser kSrvggRecogniser{"srvgg", "SRVGGNetCompact, as Real-ESRGAN saves its small models", fits, read};

} // namespace palimpsest
