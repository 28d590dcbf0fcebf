// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/priors/prior.h"

#include "core/base/error.h"
#include "core/checkpoints/safetensors.h"
#include "core/files/atomic_file.h"
#include "core/networks/catalogue.h"
#include "core/networks/evaluation_cost.h"
#include "core/networks/layers/class_label.h"
#include "core/networks/placeholder_weights.h"
#include "core/tensor/finite.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <optional>

namespace palimpsest {
namespace fs = std::filesystem;
namespace {

constexpr char kCopyAgain[] = "copy the whole folder of the prior again";
constexpr int kTrialSide = 32;     // px
constexpr double kTrialTime = 500; // the middle of 0..999

std::string weightsPath(const PriorEntry& prior) { return (fs::path(prior.folder) / prior.card.weightsFile).string(); }

at::ScalarType scalarTypeOf(const std::string& dtype) {
    return dtype == "F16" ? at::kHalf : dtype == "BF16" ? at::kBFloat16 : at::kFloat;
}

std::unique_ptr<Network> networkWithoutWeights(const PriorCard& card) {
    const PlaceholderWeights placeholders;
    return makeNetwork(card.architecture, parseJson(card.config, "card.json of " + card.id));
}

void checkHash(const PriorEntry& prior, const std::string& actual) {
    if (actual != prior.card.weightsSha256) {
        throw Error(ErrorCode::badInput,
                    Message("the weights file %1 is altered or incomplete: its SHA-256 is not the one in card.json",
                            weightsPath(prior)),
                    kCopyAgain);
    }
}

void checkTypes(const PriorEntry& prior, const StateDict& weights) {
    for (const auto& [name, tensor] : weights) {
        if (tensor.scalar_type() != scalarTypeOf(prior.card.weightsDtype)) {
            throw Error(ErrorCode::badInput,
                        Message("the tensor \"%1\" of %2 is not of the type %3 that card.json names", name,
                                weightsPath(prior), prior.card.weightsDtype),
                        kCopyAgain);
        }
    }
}

void checkNumbers(const PriorEntry& prior, const StateDict& weights) {
    for (const auto& [name, tensor] : weights) {
        if (!allFinite(tensor)) {
            throw Error(ErrorCode::badInput,
                        Message("the tensor \"%1\" of %2 holds NaN or infinite values", name, weightsPath(prior)),
                        "use another prior: this one was damaged before it was saved");
        }
    }
}

/// A diffusion prior may return a variance beside its prediction; the others return the picture alone. What fills holes
/// sees more than the picture.
void checkChannels(const PriorEntry& prior, const Network& network) {
    const int channels = prior.card.channels;
    const bool isFill = prior.card.kind == "fill";
    const bool takesHole = isFill || (prior.card.restorer && network.inputChannels() == channels + 1);
    const bool fitsInput = takesHole ? network.inputChannels() > channels : network.inputChannels() == channels;
    const bool fitsOutput = network.outputChannels() == channels ||
                            (prior.card.kind == "diffusion" && network.outputChannels() == 2 * channels);
    if (prior.card.restorer && prior.card.restorer->scale != network.scale()) {
        throw Error(ErrorCode::badInput,
                    Message("the network of the prior \"%1\" enlarges by %2, which does not fit its card (%3)",
                            prior.card.id, network.scale(), prior.card.restorer->scale),
                    "correct card.json, or copy the prior again");
    }
    if (!fitsInput || !fitsOutput) {
        throw Error(
            ErrorCode::badInput,
            Message(
                "the network of the prior \"%1\" maps %2 channels to %3, which does not fit its card (%4, %5 channels)",
                prior.card.id, network.inputChannels(), network.outputChannels(), prior.card.kind, channels),
            "correct card.json, or copy the prior again");
    }
}

/// With isKnown exactly these bytes were checked for NaN and infinite values before.
std::unique_ptr<Network> load(const PriorEntry& prior, const std::string& actualHash, bool isKnown) {
    checkHash(prior, actualHash);
    const Safetensors file = readSafetensors(weightsPath(prior));
    checkTypes(prior, file.tensors);
    if (!isKnown) {
        checkNumbers(prior, file.tensors);
    }
    auto network = networkWithoutWeights(prior.card);
    checkChannels(prior, *network);
    try {
        network->load(file.tensors);
    } catch (const Error& error) {
        throw Error(
            ErrorCode::badInput,
            Message("the weights of the prior \"%1\" do not fit its architecture: %2", prior.card.id, error.message()),
            error.hint().isEmpty() ? Message(kCopyAgain) : error.hint());
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
    const at::Tensor y = forwardWithLabel(*network, x, time, anyClass(*network));
    if (!allFinite(y)) {
        throw Error(ErrorCode::badInput, Message("the prior \"%1\" computes NaN or infinite values", prior.card.id),
                    "use another prior");
    }
}

EvaluationCost evaluationCost(const PriorCard& card) { return evaluationCost(*networkWithoutWeights(card)); }

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
        throw Error(ErrorCode::failed,
                    Message("cannot make the folder %1: %2", folder, Message::verbatim(failure.message())),
                    "choose a folder that you may write to");
    }
    Safetensors content;
    for (const auto& [name, tensor] : weights) {
        at::Tensor stored = tensor.detach().to(at::kCPU, scalarTypeOf(card.weightsDtype));
        if (!allFinite(stored)) {
            throw Error(ErrorCode::failed,
                        Message("the tensor \"%1\" holds NaN or infinite values: the prior is not saved", name),
                        "train again with a lower learning rate");
        }
        content.tensors.add(name, std::move(stored));
    }
    const std::string path = (fs::path(folder) / card.weightsFile).string();
    card.weightsSha256 = writeSafetensors(path, content);
    card.cost = evaluationCost(card);
    writeFileAtomically((fs::path(folder) / "card.json").string(), toJson(card).dump(2) + "\n");
    return card;
}

} // namespace palimpsest
