// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/priors/prior.h"

#include "core/base/error.h"
#include "core/checkpoints/safetensors.h"
#include "core/files/atomic_file.h"
#include "core/priors/finite_values.h"
#include "core/networks/placeholder_weights.h"
#include "core/networks/catalogue.h"
#include "core/networks/layers/class_label.h"
#include "core/networks/evaluation_cost.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <optional>

namespace palimpsest {
namespace fs = std::filesystem;
namespace {

constexpr const char* kCopyAgain = "copy the whole folder of the prior again";
constexpr int kTrialSide = 32;     // px
constexpr double kTrialTime = 500; // the middle of 0..999

std::string weightsPath(const PriorEntry& prior) { return (fs::path(prior.folder) / prior.card.weightsFile).string(); }

at::ScalarType scalarTypeOf(const std::string& dtype) {
    return dtype == "F16" ? at::kHalf : dtype == "BF16" ? at::kBFloat16 : at::kFloat;
}

/// Its weights have yet to come.
std::unique_ptr<Network> bareNetwork(const PriorCard& card) {
    const PlaceholderWeights bare;
    return makeNetwork(card.architecture, parseJson(card.config, "card.json of " + card.id));
}

void checkHash(const PriorEntry& prior, const std::string& actual) {
    if (actual != prior.card.weightsSha256) {
        throw Error(ErrorCode::badInput,
                    "the weights file " + weightsPath(prior) + " is altered or incomplete: its SHA-256 is not the one in card.json",
                    kCopyAgain);
    }
}

void checkTypes(const PriorEntry& prior, const StateDict& weights) {
    for (const auto& [name, tensor] : weights) {
        if (tensor.scalar_type() != scalarTypeOf(prior.card.weightsDtype)) {
            throw Error(ErrorCode::badInput,
                        "the tensor \"" + name + "\" of " + weightsPath(prior) + " is not of the type " +
                            prior.card.weightsDtype + " that card.json names",
                        kCopyAgain);
        }
    }
}

void checkNumbers(const PriorEntry& prior, const StateDict& weights) {
    for (const auto& [name, tensor] : weights) {
        if (!allFinite(tensor)) {
            throw Error(ErrorCode::badInput,
                        "the tensor \"" + name + "\" of " + weightsPath(prior) + " holds values that are not numbers",
                        "use another prior: this one was damaged before it was saved");
        }
    }
}

/// A diffusion prior may return a variance beside its prediction; a fill returns the picture alone.
void checkChannels(const PriorEntry& prior, const Network& network) {
    const int channels = prior.card.channels;
    const bool isFill = prior.card.kind == "fill";
    const bool fitsInput = isFill ? network.inputChannels() > channels : network.inputChannels() == channels;
    const bool fitsOutput = network.outputChannels() == channels || (!isFill && network.outputChannels() == 2 * channels);
    if (!fitsInput || !fitsOutput) {
        throw Error(ErrorCode::badInput,
                    "the network of the prior \"" + prior.card.id + "\" maps " + std::to_string(network.inputChannels()) +
                        " channels to " + std::to_string(network.outputChannels()) + ", which does not fit its card (" +
                        prior.card.kind + ", " + std::to_string(channels) + " channels)",
                    "correct card.json, or copy the prior again");
    }
}

/// With isKnown the numbers of exactly these bytes were looked through before.
std::unique_ptr<Network> load(const PriorEntry& prior, const std::string& actualHash, bool isKnown) {
    checkHash(prior, actualHash);
    const Safetensors file = readSafetensors(weightsPath(prior));
    checkTypes(prior, file.tensors);
    if (!isKnown) {
        checkNumbers(prior, file.tensors);
    }
    auto network = bareNetwork(prior.card);
    checkChannels(prior, *network);
    try {
        network->load(file.tensors);
    } catch (const Error& error) {
        throw Error(ErrorCode::badInput,
                    "the weights of the prior \"" + prior.card.id + "\" do not fit its architecture: " + error.message(),
                    error.hint().empty() ? kCopyAgain : error.hint());
    }
    return network;
}

} // namespace

std::unique_ptr<Network> loadPrior(const PriorEntry& prior, const WeightsHash& hash) {
    const std::string path = weightsPath(prior);
    const std::optional<std::string> known = hash.remembered(path);
    const std::string actual = known ? *known : hash.fresh(path);
    auto network = load(prior, actual, known.has_value());
    if (!known) {
        hash.remember(path, actual);
    }
    return network;
}

void verifyPrior(const PriorEntry& prior) {
    const auto network = load(prior, WeightsHash().fresh(weightsPath(prior)), false);
    const at::Tensor x = at::zeros({1, network->inputChannels(), kTrialSide, kTrialSide});
    const at::Tensor time = at::full({1}, kTrialTime);
    const at::Tensor y = forwardWithLabel(*network, x, time, 0);
    if (!allFinite(y)) {
        throw Error(ErrorCode::badInput, "the prior \"" + prior.card.id + "\" computes values that are not numbers",
                    "use another prior");
    }
}

EvaluationCost evaluationCost(const PriorCard& card) {
    return evaluationCost(*bareNetwork(card));
}

std::int64_t parameterCount(const PriorEntry& prior) {
    std::int64_t count = 0;
    for (const auto& [name, tensor] : readSafetensors(weightsPath(prior)).tensors) {
        count += tensor.numel();
    }
    return count;
}

PriorCard savePrior(const std::string& folder, PriorCard card, const StateDict& weights) {
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure) {
        throw Error(ErrorCode::failed, "cannot make the folder " + folder + ": " + failure.message(),
                    "choose a folder that you may write to");
    }
    Safetensors content;
    for (const auto& [name, tensor] : weights) {
        at::Tensor stored = tensor.detach().to(at::kCPU, scalarTypeOf(card.weightsDtype));
        if (!allFinite(stored)) {
            throw Error(ErrorCode::failed, "the tensor \"" + name + "\" holds values that are not numbers: the prior is not saved",
                        "train again with a lower learning rate");
        }
        content.tensors.add(name, std::move(stored));
    }
    const std::string path = (fs::path(folder) / card.weightsFile).string();
    writeSafetensors(path, content);
    card.weightsSha256 = WeightsHash().fresh(path);
    card.cost = evaluationCost(card);
    writeFileAtomically((fs::path(folder) / "card.json").string(), toJson(card).dump(2) + "\n");
    return card;
}

} // namespace palimpsest
