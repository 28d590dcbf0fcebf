// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/model_import/diffusion_choices.h"
#include "core/model_import/layout_facts.h"
#include "core/model_import/recogniser.h"
#include "core/model_import/weight_matching.h"
#include "core/networks/unet2d/simple_ddpm_names.h"
#include "core/networks/unet2d/unet2d_weights.h"

#include <nlohmann/json.hpp>

namespace palimpsest {
namespace {

TensorShapes shapesOf(const WeightSet& weights) {
    TensorShapes shapes;
    for (const StoredWeight& weight : weights.weights()) {
        shapes[weight.name] = weight.shape;
    }
    return shapes;
}

bool fits(const CheckpointOutline&, const WeightSet& weights) { return isSimpleDdpm(shapesOf(weights)); }

/// One pixel that a convolution loses becomes nothing: matchedWeights() passes over sides of 1.
WeightSet renamed(const WeightSet& weights, std::size_t levels) {
    std::vector<StoredWeight> all = weights.weights();
    for (StoredWeight& weight : all) {
        weight.name = unet2dNameOfSimpleDdpm(weight.name, levels).name;
    }
    return {weights.container(), std::move(all), weights.isAveraged()};
}

/// 32 in all published ones: asked only where that is impossible.
int groupsOf(const ModelEvidence& evidence) {
    constexpr int kUsual = 32;
    const int width = static_cast<int>(evidence.weights.side("conv_in.weight", 0));
    std::vector<std::string> possible;
    for (int count = kUsual; count >= 1; count /= 2) {
        if (width % count == 0) {
            possible.push_back(std::to_string(count));
        }
    }
    const bool isUsual = width % kUsual == 0 && !evidence.choices.knows("groups");
    return isUsual ? kUsual
                   : std::stoi(evidence.choices.choose("groups", "How many groups has every group norm?", possible));
}

void read(const ModelEvidence& evidence, Recognition& recognition) {
    PriorCard& card = recognition.card;
    const TensorShapes shapes = shapesOf(evidence.weights);
    const Unet2dConfig config = simpleDdpmConfig(shapes, groupsOf(evidence));
    card.architecture = "unet2d";
    card.config = toJson(config).dump();
    card.channels = config.inputChannels;
    chooseVariancePreserving(evidence.choices, card);
    chooseSize(evidence.choices, card, {"256", "32", "64", "128", "512"});
    recognition.weights =
        matchedWeights(renamed(evidence.weights, config.levels()), unet2dParameters(config, planUnet2d(config)));
    recognition.model.facts.push_back(levelsFact(config.widths, config.layers));
}

} // namespace

extern const Recogniser kSimpleDdpmRecogniser;
const Recogniser kSimpleDdpmRecogniser{"simple-ddpm", "\"simple\" DDPM U-Net, as DDIM, SDEdit, DDRM and DDNM use it",
                                       fits, read};

} // namespace palimpsest
