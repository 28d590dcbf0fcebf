// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/model_import/recogniser.h"

#include <nlohmann/json.hpp>

namespace palimpsest {
namespace {

bool fits(const CheckpointOutline& file, const WeightSet& weights) {
    const bool isCompact = weights.has("time.0.weight") && weights.has("time.1.weight") && weights.hasPrefix("down.");
    return !file.card.empty() || isCompact;
}

void read(const ModelEvidence& evidence, Recognition& recognition) {
    if (evidence.file.card.empty()) {
        throw Error(ErrorCode::badInput, "these are the weights of a prior of this program without their card.json",
                    "add the folder that holds both");
    }
    recognition.card = priorCardFromJson(parseJson(evidence.file.card, "card.json"), "card.json");
    for (const StoredWeight& weight : evidence.weights.weights()) {
        recognition.weights.push_back({weight.name, weight.shape, weight.index});
    }
    recognition.model.facts.push_back("Its card.json tells everything else.");
}

} // namespace

extern const Recogniser kPriorRecogniser;
const Recogniser kPriorRecogniser{"prior", "prior of Palimpsest", fits, read};

} // namespace palimpsest
