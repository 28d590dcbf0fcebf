// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/restoration/loaded_priors.h"
#include "core/restoration/prior_traits.h"
#include "core/engine/engine.h"

#include <stop_token>

namespace palimpsest {

/// Evaluations, memory and work, for a prior of these traits; not the time.
RunEstimate estimateRun(const RestoreSpec& spec, const RestoreInput& input, const PriorTraits& prior);

/// Restores the picture where the mask says so: plans, loads, solves region by region and sample by sample, blends and writes the
/// record. Throws Error, Cancelled.
RestoreResult runRestoration(const RestoreSpec& spec, const RestoreInput& input, PriorStore& store, ProgressSink& sink,
                             std::stop_token stop, const KeepRequest* keep);

} // namespace palimpsest
