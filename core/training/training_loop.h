// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/network.h"
#include "core/training/objective.h"
#include "core/training/train_settings.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>

namespace palimpsest {

/// How a run stands, told every few seconds.
struct TrainingReport {
    std::int64_t step = 0;
    double loss = 0; ///< smoothed
    double learningRate = 0;
    double cropsPerSecond = 0;
    double secondsElapsed = 0;   ///< of training, over all runs
    double secondsLeft = -1;     ///< negative: not yet known
    std::int64_t stepsTotal = 0; ///< estimated if time decides
};

/// What a run gives away. All are called from the thread that trains; empty ones are skipped.
struct TrainingOutputs {
    std::function<void(const TrainingReport&)> report;
    /// The averaged weights, float32, at every checkpoint and at the end.
    std::function<void(const StateDict& weights, std::int64_t step)> exportWeights;
    /// Judged with the averaged weights, at every checkpoint and at the end.
    std::function<void(const Validation&, std::int64_t step)> validated;
};

/// Trains `network` (float32 weights to start from) until the steps or the minutes of `settings` are used up. Data and
/// noise depend on the seed and the step alone, so a run that was killed and resumed computes the same numbers as one
/// that was not. Writes OUTPUT/checkpoint.safetensors. Throws Cancelled within one step after a stop, having written a
/// checkpoint; Error(failed) if the gradient stays NaN or infinite; Error(badInput) if the checkpoint to resume from
/// does not belong to these settings.
void train(const TrainSettings& settings, std::unique_ptr<Network> network, const Objective& objective,
           const TrainingOutputs& outputs, std::stop_token stop);

} // namespace palimpsest
