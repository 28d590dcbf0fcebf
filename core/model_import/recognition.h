// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/model_import.h"
#include "core/model_import/checkpoint_outline.h"
#include "core/priors/prior_card.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace palimpsest {

/// One weight of the network that a checkpoint becomes, and where it comes from.
struct WeightSource {
    std::string name;                ///< in the network
    std::vector<std::int64_t> shape; ///< in the network; the stored one may have sides of 1 more or less at its end
    std::size_t index = 0;           ///< in Checkpoint::tensors()
};

/// What a checkpoint is, in words and as the prior that it can become.
struct Recognition {
    RecognisedModel model;
    PriorCard card;                    ///< without hash and dtype; meaningless if the model has a problem
    std::vector<WeightSource> weights; ///< all that the network of the card needs, and nothing else
};

/// Tells the family from names and shapes, and from those its configuration; what they do not tell is asked of
/// `choices` (by ModelChoice::name), the JSON beside the file, the table of published checkpoints, and guessed last. A
/// checkpoint that is something else, or that does not fit its family, has a problem and no weights. Throws
/// Error(badArgument) for a choice that does not exist here.
Recognition recognise(const CheckpointOutline& outline, const std::map<std::string, std::string>& choices = {});

} // namespace palimpsest
