// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/restoration/solver.h"
#include "core/tasks/behaviour/whole_task.h"

#include <c10/core/Device.h>

#include <memory>

namespace palimpsest {

/// Restores whole images, one group of samples after the other. Reads, and for study degrades, the input when it is
/// made.
std::unique_ptr<Solver> makeWholeSolver(const Problem& problem, const WholeTask& task, c10::Device device);

/// What a run will cost, before the input is looked at: of a picture whose noise is not given as of one with
/// kTypicalNoise.
PlannedWork estimateWholeWork(const Problem& problem, const WholeTask& task);

} // namespace palimpsest
