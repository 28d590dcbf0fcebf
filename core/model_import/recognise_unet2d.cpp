// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/model_import/diffusion_choices.h"
#include "core/model_import/recogniser.h"
#include "core/model_import/unet2d_scheduler.h"
#include "core/model_import/weight_matching.h"
#include "core/networks/unet2d/unet2d_weights.h"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace palimpsest {
namespace {

bool fits(const CheckpointOutline&, const WeightSet& weights) {
    return weights.has("conv_norm_out.weight") && weights.hasPrefix("down_blocks.0.") &&
           weights.hasPrefix("up_blocks.0.");
}

/// Attention before diffusers 0.16.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kOldNames{
    {{".query.", ".to_q."}, {".key.", ".to_k."}, {".value.", ".to_v."}, {".proj_attn.", ".to_out.0."}}};

std::string newName(std::string name) {
    for (const auto& [old, now] : kOldNames) {
        if (const std::size_t at = name.find(old); at != std::string::npos) {
            name.replace(at, old.size(), now);
        }
    }
    return name;
}

WeightSet withNewNames(const WeightSet& weights) {
    std::vector<StoredWeight> renamed = weights.weights();
    for (StoredWeight& weight : renamed) {
        weight.name = newName(weight.name);
    }
    return {weights.container(), std::move(renamed), weights.isAveraged()};
}

std::vector<std::string> sizes(const Json& config) {
    const Json size = config.value("sample_size", Json());
    const Json side = size.is_array() && !size.empty() ? size[0] : size;
    std::vector<std::string> guesses{"64", "32", "128", "256", "512", "1024"};
    if (side.is_number_integer()) {
        guesses.insert(guesses.begin(), side.dump());
    }
    return guesses;
}

void read(const ModelEvidence& evidence, Recognition& recognition) {
    if (evidence.file.config.empty()) {
        throw Error(ErrorCode::badInput,
                    "a model of diffusers is described by its config.json, which is not beside these weights",
                    "add the folder that holds both");
    }
    PriorCard& card = recognition.card;
    const Json json = parseJson(evidence.file.config, "config.json");
    const Unet2dConfig config = unet2dConfigFromJson(json);
    card.architecture = "unet2d";
    card.config = toJson(config).dump();
    card.channels = config.inputChannels;
    readScheduler(evidence.file.scheduler, config, evidence.choices, card);
    chooseSize(evidence.choices, card, sizes(json));
    recognition.weights = matchedWeights(withNewNames(evidence.weights), unet2dParameters(config, planUnet2d(config)));
    recognition.model.facts.push_back(evidence.file.scheduler.empty()
                                          ? Message("Its config.json tells the network.")
                                          : Message("Its config.json and scheduler_config.json tell the rest."));
}

} // namespace

extern const Recogniser kUnet2dRecogniser;
const Recogniser kUnet2dRecogniser{"unet2d", "UNet2DModel of diffusers", fits, read};

} // namespace palimpsest
