// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/networks/catalogue.h"
#include "core/priors/prior.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <nlohmann/json.hpp>

#include <string>

namespace palimpsest {

/// Card of a network so small that a test can run it hundreds of times (some 20 000 weights).
inline PriorCard tinyCard(const std::string& id = "tiny") {
    PriorCard card;
    card.id = id;
    card.title = "Tiny";
    card.licence = "CC0-1.0";
    card.architecture = "compact-unet";
    card.config = Json{{"inputChannels", 3},   {"outputChannels", 3}, {"unshuffle", 2}, {"widths", {8, 16}},
                       {"downBlocks", {1, 1}}, {"upBlocks", {1, 1}},  {"groups", 4},    {"headWidth", 8},
                       {"attention", false},   {"timeWidth", 16}}
                      .dump();
    card.trainingData = "Random numbers.";
    card.nativeSize = 32;
    return card;
}

/// Random weights of the card's architecture, none of them zero.
inline StateDict tinyWeights(const PriorCard& card, std::uint64_t seed = 1) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    const auto network = makeNetwork(card.architecture, parseJson(card.config, "the tiny card"));
    StateDict weights;
    for (const auto& [name, tensor] : network->parameters()) {
        weights.add(name, at::randn(tensor.sizes(), generator).mul(0.1));
    }
    return weights;
}

/// Writes a whole prior to FOLDER and returns its entry.
inline PriorEntry makeTinyPrior(const std::string& folder, const std::string& id = "tiny", std::uint64_t seed = 1) {
    const PriorCard card = tinyCard(id);
    PriorEntry entry{.folder = folder};
    entry.card = savePrior(folder, card, tinyWeights(card, seed));
    return entry;
}

} // namespace palimpsest
