// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/progress.h"
#include "core/specs/train_spec.h"

#include <stop_token>

namespace palimpsest {

/// Trains a prior from a folder of pictures. Throws Error, Cancelled; a checkpoint is written before either.
void runTraining(const TrainSpec& spec, ProgressSink& sink, std::stop_token stop);

} // namespace palimpsest
