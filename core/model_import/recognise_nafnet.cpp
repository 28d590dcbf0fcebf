// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/restorer_recognition.h"
#include "core/model_import/weight_matching.h"
#include "core/networks/restorers/nafnet.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>

namespace palimpsest {
namespace {

bool fits(const CheckpointOutline&, const WeightSet& weights) {
    return weights.has("intro.weight") && weights.has("ending.weight") && weights.mentions(".sca.1.weight");
}

NafNetConfig configOf(const WeightSet& weights) {
    NafNetConfig config;
    config.channels = static_cast<int>(weights.side("intro.weight", 1));
    config.features = static_cast<int>(weights.side("intro.weight", 0));
    config.middle = weights.count("middle_blks.");
    const auto blocks = [&](const std::string& list, int sizes) {
        std::vector<int> counts;
        for (int i = 0; i < sizes; ++i) {
            counts.push_back(weights.count(list + std::to_string(i) + "."));
        }
        return counts;
    };
    const int sizes = weights.count("downs.");
    config.encoders = blocks("encoders.", sizes);
    config.decoders = blocks("decoders.", sizes);
    return config;
}

/// The published ones are called after their data: GoPro and REDS are blurred, SIDD is noisy. The file tells; of those
/// that do not say it, the ones for noise have blocks at all sizes.
bool looksLikeDenoiser(const std::string& path, const NafNetConfig& config) {
    std::string name = std::filesystem::path(path).filename().string();
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    const auto says = [&](const char* word) { return name.find(word) != std::string::npos; };
    return says("sidd") || says("noise") ||
           (!says("gopro") && !says("reds") && !says("blur") && config.encoders.front() > 1);
}

void read(const ModelEvidence& evidence, Recognition& recognition) {
    const NafNetConfig config = nafNetConfigFromJson(toJson(configOf(evidence.weights)));
    recognition.weights = matchedWeights(evidence.weights, nafNetParameters(config));
    std::vector<std::string> tasks{"deblur", "denoise", "dejpeg"};
    if (looksLikeDenoiser(evidence.file.path, config)) {
        std::swap(tasks[0], tasks[1]);
    }
    const std::string task = evidence.choices.choose("task", "What was it trained to take out of pictures?", tasks);
    fillRestorer({.architecture = "nafnet",
                  .config = toJson(config).dump(),
                  .channels = config.channels,
                  .nativeSize = 256,
                  .rule = {.tasks = {task}, .scale = 1, .tile = 512, .overlap = 64}},
                 recognition);
}

} // namespace

extern const Recogniser kNafNetRecogniser;
const Recogniser kNafNetRecogniser{"nafnet", "NAFNet, as its authors save it", fits, read};

} // namespace palimpsest
