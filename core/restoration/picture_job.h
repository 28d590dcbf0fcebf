// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/restoration/loaded_priors.h"
#include "core/restoration/prior_traits.h"
#include "core/engine/engine.h"

#include <stop_token>

namespace palimpsest {

/// As runRestoration and estimateRun of restore_job.h, for the tasks in which all of the picture is looked for.
RunEstimate estimatePictureRun(const RestoreSpec& spec, const RestoreInput& input, const PriorTraits& prior);
RestoreResult runPictureRestoration(const RestoreSpec& spec, const RestoreInput& input, PriorStore& store, ProgressSink& sink,
                                    std::stop_token stop, const KeepRequest* keep);

} // namespace palimpsest
