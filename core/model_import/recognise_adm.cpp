// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/diffusion_choices.h"
#include "core/model_import/layout_facts.h"
#include "core/model_import/layout_refusal.h"
#include "core/model_import/recogniser.h"
#include "core/model_import/weight_matching.h"
#include "core/networks/adm/adm_unet_config.h"
#include "core/networks/adm/adm_unet_weights.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace palimpsest {
namespace {

const std::string kInput = "input_blocks.";
const std::string kOutput = "output_blocks.";
const std::string kUsualGroups = "32"; // in guided-diffusion always

bool fits(const CheckpointOutline&, const WeightSet& weights) {
    return weights.has("time_embed.0.weight") && weights.has("input_blocks.0.0.weight") &&
           weights.has("middle_block.0.in_layers.0.weight") && weights.has("out.2.weight") &&
           weights.hasPrefix(kOutput);
}

std::string block(const std::string& list, int number, int child) {
    return list + std::to_string(number) + "." + std::to_string(child) + ".";
}

/// The last child of an output block enlarges: a residual block or a convolution behind the first child.
bool enlarges(const WeightSet& weights, int number) {
    for (const int child : {1, 2}) {
        const std::string path = block(kOutput, number, child);
        if (weights.has(path + "in_layers.0.weight") || weights.has(path + "conv.weight")) {
            return true;
        }
    }
    return false;
}

/// Blocks of one level, in either direction: residual blocks and one more.
int blocksPerLevel(const WeightSet& weights) {
    const int blocks = weights.count(kOutput);
    for (int number = 0; number < blocks; ++number) {
        if (enlarges(weights, number)) {
            return number + 1;
        }
    }
    return blocks;
}

void readLevels(const WeightSet& weights, AdmUNetConfig& config) {
    const int perLevel = blocksPerLevel(weights);
    const int blocks = weights.count(kInput);
    if (perLevel < 2 || blocks % perLevel != 0 || weights.count(kOutput) != blocks) {
        refuseLayout(Message("its %1 blocks on the way down and %2 on the way up do not make levels of equal length",
                             blocks, weights.count(kOutput)));
    }
    config.residualBlocks = perLevel - 1;
    config.channelMultipliers.clear();
    config.attentionDownsampling.clear();
    for (int level = 0; level < blocks / perLevel; ++level) {
        const int first = level * perLevel + 1;
        const std::int64_t width = weights.side(block(kInput, first, 0) + "in_layers.2.weight", 0);
        config.channelMultipliers.push_back(static_cast<double>(width) / config.modelChannels);
        if (weights.has(block(kInput, first, 1) + "qkv.weight")) {
            config.attentionDownsampling.push_back(1 << level);
        }
    }
}

/// Largest first; every width must be a multiple.
std::vector<std::string> possibleGroups(const AdmUNetConfig& config) {
    std::vector<std::string> groups;
    for (int count = std::stoi(kUsualGroups); count >= 1; count /= 2) {
        bool divides = true;
        for (std::size_t level = 0; level < config.levels(); ++level) {
            divides = divides && config.width(level) % count == 0;
        }
        if (divides) {
            groups.push_back(std::to_string(count));
        }
    }
    return groups;
}

/// Of the widths at which there is attention; the middle always has it.
bool dividesAttention(const AdmUNetConfig& config, int divisor) {
    for (std::size_t level = 0; level < config.levels(); ++level) {
        if ((config.attendsAt(level) || level + 1 == config.levels()) && config.width(level) % divisor != 0) {
            return false;
        }
    }
    return true;
}

const std::string kChannelsEach = "-channels";

/// "64-channels": each head has so many; "4": so many heads.
std::vector<std::string> possibleHeads(const AdmUNetConfig& config) {
    std::vector<std::string> heads;
    for (const int channels : {64, 32, 16, 8, 4}) {
        if (dividesAttention(config, channels)) {
            heads.push_back(std::to_string(channels) + kChannelsEach);
        }
    }
    for (const int count : {4, 1, 2, 8, 16}) {
        if (dividesAttention(config, count)) {
            heads.push_back(std::to_string(count));
        }
    }
    return heads;
}

void chooseAttention(ChoiceTable& choices, AdmUNetConfig& config) {
    const std::string heads = choices.choose(
        "heads", "How many attention heads are there, or how many channels has each?", possibleHeads(config));
    const int number = std::stoi(heads);
    const bool perHead = heads.ends_with(kChannelsEach);
    config.headChannels = perHead ? number : 0;
    config.heads = perHead ? 1 : number;
    const std::string order = choices.choose(
        "attention-order", "How are queries, keys and values of the heads interleaved?", {"legacy", "new"});
    config.attentionOrder = order == "new" ? AttentionOrder::split : AttentionOrder::legacy;
}

AdmUNetConfig configOf(const WeightSet& weights, ChoiceTable& choices) {
    AdmUNetConfig config;
    config.modelChannels = static_cast<int>(weights.side("time_embed.0.weight", 1));
    config.inputChannels = static_cast<int>(weights.side("input_blocks.0.0.weight", 1));
    config.outputChannels = static_cast<int>(weights.side("out.2.weight", 0));
    config.classes = static_cast<int>(weights.side("label_emb.weight", 0));
    if (config.modelChannels < 1) {
        refuseLayout("its time embedding has no width");
    }
    readLevels(weights, config);
    config.resampleInBlocks = !weights.mentions(".op.weight");
    config.scaleShiftNorm =
        weights.side("input_blocks.1.0.emb_layers.1.weight", 0) == 2 * static_cast<std::int64_t>(config.width(0));
    config.groups = 1;
    checkAdmUNetConfig([config] {
        AdmUNetConfig any = config;
        any.headChannels = 0;
        return any;
    }());
    const std::vector<std::string> groups = possibleGroups(config);
    const bool isUsual = groups.front() == kUsualGroups && !choices.knows("groups");
    config.groups =
        std::stoi(isUsual ? kUsualGroups : choices.choose("groups", "How many groups has every group norm?", groups));
    chooseAttention(choices, config);
    return config;
}

/// As the options of the published training runs pair them; else so that the coarsest level has 8 pixels.
std::string usualSize(const AdmUNetConfig& config) {
    constexpr int kCoarsest = 8;
    return std::to_string(kCoarsest << (config.levels() - 1));
}

void tell(const AdmUNetConfig& config, RecognisedModel& model) {
    std::vector<int> widths;
    for (std::size_t level = 0; level < config.levels(); ++level) {
        widths.push_back(config.width(level));
    }
    model.facts.push_back(levelsFact(widths, config.residualBlocks));
    model.facts.push_back(attentionFact(config.attentionDownsampling));
    if (config.outputChannels == 2 * config.inputChannels) {
        model.facts.push_back("It predicts the variance of its steps too.");
    }
    if (config.classes > 0) {
        model.facts.push_back(Message("It is told one of %1 classes.", config.classes));
    }
}

/// A picture that is to be enlarged, beside the noise: 6 channels for 3.
bool isUpsampler(const AdmUNetConfig& config) {
    return config.inputChannels == 6 && (config.outputChannels == 3 || config.outputChannels == 6);
}

void read(const ModelEvidence& evidence, Recognition& recognition) {
    PriorCard& card = recognition.card;
    const AdmUNetConfig config = configOf(evidence.weights, evidence.choices);
    card.architecture = "adm-unet";
    card.config = toJson(config).dump();
    card.channels = config.inputChannels;
    chooseVariancePreserving(evidence.choices, card);
    chooseSize(evidence.choices, card, {usualSize(config), "64", "128", "256", "512"});
    tell(config, recognition.model);
    if (isUpsampler(config)) {
        recognition.model.problem = "it enlarges a small picture that it is shown: it needs a low-resolution picture "
                                    "and is not usable as a prior yet";
        return;
    }
    recognition.weights = matchedWeights(evidence.weights, admUNetParameters(config, planAdmUNet(config)));
}

} // namespace

extern const Recogniser kAdmRecogniser;
const Recogniser kAdmRecogniser{"adm", "ADM U-Net as guided-diffusion saves it", fits, read};

} // namespace palimpsest
