// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "core/restoration/loaded_priors.h"

#include <stop_token>

namespace palimpsest {

/// Evaluations, memory and MACs of a run; not the time. Throws as the run would where the spec or its input cannot be
/// used.
RunEstimate estimateRestoration(const RestoreSpec& spec, const RestoreInput& input, const PriorCatalogue& priors);

/// The one way from a spec to a result: validates, plans, loads the networks, solves (with a second try in the smallest
/// pieces where the memory runs out) and keeps the record. Throws Error, Cancelled.
RestoreResult runRestoration(const RestoreSpec& spec, const RestoreInput& input, PriorStore& store, ProgressSink& sink,
                             std::stop_token stop, const KeepRequest* keep);

} // namespace palimpsest
