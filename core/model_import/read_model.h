// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoints/state_dict.h"
#include "core/engine/model_import.h"
#include "core/jobs/progress.h"
#include "core/model_import/model_file.h"
#include "core/model_import/recognition.h"
#include "core/priors/prior_card.h"

#include <ATen/core/Tensor.h>

#include <stop_token>

namespace palimpsest {

/// recognise(), but what cannot be a prior throws Error(badInput) with its problem.
Recognition recognisedPrior(const ModelFile& file, const ModelImport& import);

/// A weight of the checkpoint in the shape that the network has, in the checkpoint's own element type.
at::Tensor readWeight(const ModelFile& file, const WeightSource& weight);

/// Throws Error(badInput) naming the tensor if one of `numbers`, all of it or a part, is NaN or infinite.
void requireFiniteWeight(const at::Tensor& numbers, const ModelFile& file, const WeightSource& weight);

/// A checkpoint that is in memory.
struct ReadModel {
    PriorCard card;
    StateDict weights; ///< of the card's network
};

/// Stopping takes effect between tensors. Throws as importPrior().
ReadModel readModel(const ModelImport& import, ProgressSink& sink, const std::stop_token& stop);

} // namespace palimpsest
