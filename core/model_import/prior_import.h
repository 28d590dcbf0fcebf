// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/model_import.h"
#include "core/jobs/progress.h"
#include "core/priors/prior_catalogue.h"
#include "core/priors/weights_hash.h"

#include <stop_token>
#include <string>

namespace palimpsest {

/// Where an imported prior goes.
struct ImportTarget {
    const PriorCatalogue& catalogue; ///< whose ids are taken
    std::string folder;              ///< of the user's priors; made if it is missing
    const WeightsHash& hash;         ///< gets to know the new weights, which need no hashing then
};

/// Converts a checkpoint into FOLDER/ID, whole or not at all: weights in float32, float16 or bfloat16 as they are
/// (float64 becomes float32, a mixture float32), and a card. One tensor is in memory at a time, at most 1.2 times the
/// largest and 256 MB. Progress counts bytes; stopping takes effect between tensors. Throws Cancelled; Error(badInput)
/// for what is no checkpoint or cannot be a prior, or holds NaN or infinite values (by name of the tensor);
/// Error(badArgument) for an id that is taken or impossible, or a choice that does not exist; Error(failed) for a full
/// disk or a folder that cannot be written to.
PriorEntry importPrior(const ModelImport& import, const ImportTarget& target, ProgressSink& sink, std::stop_token stop);

} // namespace palimpsest
