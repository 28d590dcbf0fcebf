// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/priors/prior_card.h"
#include "core/priors/prior_catalogue.h"
#include "core/priors/weights_hash.h"

#include <memory>
#include <string>

namespace palimpsest {

class Network;
class StateDict;

/// Builds the network of a prior and loads its weights, on the CPU in float32. A file whose hash is remembered was
/// checked for NaN and infinite values before; weights in float32 stay in the file, which is mapped into memory. Throws
/// Error(badInput), one sentence with the next step, for weights that are missing, truncated, altered, of another
/// shape, NaN or infinite.
std::unique_ptr<Network> loadPrior(const PriorEntry& prior, const WeightsHash& hash);

/// loadPrior() with the hash computed anew, and one evaluation of the network, which must be finite. Throws Error.
void verifyPrior(const PriorEntry& prior);

/// What an evaluation of the card's network costs, by its architecture and configuration alone: weights are neither
/// needed nor made. Throws Error(badInput) for a configuration that cannot be built.
EvaluationCost evaluationCost(const PriorCard& card);

/// Number of weights, from the header of the weights file alone. Throws Error(badInput).
std::int64_t parameterCount(const PriorEntry& prior);

/// Writes FOLDER/weights.safetensors, then FOLDER/card.json, each whole or not at all: a reader in between finds a card
/// of another hash and refuses the folder. Returns the card with hash and cost filled in. `weights` are stored in
/// card.weightsDtype. Throws Error(failed) if one is NaN or infinite, or the folder cannot be written to.
PriorCard savePrior(const std::string& folder, PriorCard card, const StateDict& weights);

} // namespace palimpsest
