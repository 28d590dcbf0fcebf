// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/checkpoints/safetensors.h"
#include "core/training/learning_rate.h"

#include <cstdint>
#include <string>

namespace palimpsest {

/// Where a run stands, beside its tensors.
struct TrainingProgress {
    std::int64_t step = 0; ///< steps done
    double seconds = 0;    ///< of training, over all runs
    LearningRate rate;
    bool operator==(const TrainingProgress&) const = default;
};

/// Writes tensors and progress into one file, whole or not at all. `identity` is an object that describes the training;
/// its kind, architecture and config must be equal for the training to go on.
void writeTrainingCheckpoint(const std::string& path, const StateDict& tensors, const TrainingProgress& progress,
                             const Json& identity);

struct TrainingCheckpoint {
    StateDict tensors;
    TrainingProgress progress;
};

/// Throws Error(badInput) if the file is not a checkpoint, or one of a training with another identity.
TrainingCheckpoint readTrainingCheckpoint(const std::string& path, const Json& identity);

} // namespace palimpsest
