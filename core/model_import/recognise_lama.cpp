// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/restorer_recognition.h"
#include "core/model_import/weight_matching.h"
#include "core/networks/restorers/lama.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace palimpsest {
namespace {

constexpr std::array<std::string_view, 3> kWrappers{"generator.model.", "model.model.", "model."};
constexpr std::string_view kFirst = "1.ffc.convl2l.weight";

/// What stands before the numbers of the stages; empty: it is no LaMa.
std::string_view wrapperOf(const WeightSet& weights) {
    const auto found = std::find_if(kWrappers.begin(), kWrappers.end(), [&](std::string_view wrapper) {
        return weights.has(std::string(wrapper) + std::string(kFirst));
    });
    return found == kWrappers.end() ? std::string_view() : *found;
}

bool fits(const CheckpointOutline&, const WeightSet& weights) { return !wrapperOf(weights).empty(); }

/// The generator alone, with the running statistics of its norms, which sets of weights leave out.
WeightSet generator(const CheckpointOutline& file, const WeightSet& weights) {
    const std::string before = weights.container() + std::string(wrapperOf(weights));
    std::vector<StoredWeight> own;
    for (std::size_t i = 0; i < file.tensors.size(); ++i) {
        const TensorInfo& tensor = file.tensors[i];
        if (tensor.name.starts_with(before) && !tensor.name.ends_with(".num_batches_tracked")) {
            own.push_back({"model." + tensor.name.substr(before.size()), i, tensor.type, tensor.shape});
        }
    }
    return {weights.container(), std::move(own), weights.isAveraged()};
}

LamaConfig configOf(const WeightSet& weights) {
    LamaConfig config;
    config.features = static_cast<int>(weights.side("model.1.ffc.convl2l.weight", 0));
    config.globalFeatures = static_cast<int>(weights.side("model.4.ffc.convl2g.weight", 0));
    config.blocks = 0;
    while (weights.hasPrefix("model." + std::to_string(5 + config.blocks) + ".conv1.ffc.")) {
        ++config.blocks;
    }
    return config;
}

void read(const ModelEvidence& evidence, Recognition& recognition) {
    const WeightSet own = generator(evidence.file, evidence.weights);
    const LamaConfig config = lamaConfigFromJson(toJson(configOf(own)));
    recognition.weights = matchedWeights(own, lamaParameters(config));
    recognition.model.facts.push_back(
        Message("%1 blocks of Fourier convolutions: it sees the whole picture at once.", config.blocks));
    fillRestorer({.architecture = "lama",
                  .config = toJson(config).dump(),
                  .channels = 3,
                  .nativeSize = 256,
                  .rule = {.tasks = {"inpaint"}, .scale = 1, .tile = 0, .overlap = 0}},
                 recognition);
}

} // namespace

extern const Recogniser kLamaRecogniser;
const Recogniser kLamaRecogniser{"lama", "LaMa with fast Fourier convolutions", fits, read};

} // namespace palimpsest
