// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/denoisers/denoiser.h"
#include "core/priors/prior_store.h"
#include "core/provenance/run_record.h"
#include "core/restoration/inpaint/fill_network.h"
#include "core/restorers/restorer.h"
#include "core/schedules/noise_schedule.h"
#include "core/tensor/compute_setup.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace palimpsest {

/// The networks of one run, and what they are in the record.
struct LoadedPriors {
    std::shared_ptr<const Denoiser> denoiser; ///< of colour pictures; null where none is needed
    std::optional<NoiseSchedule> schedule;
    std::optional<FillNetwork> fill;
    std::optional<Restorer> restorer;
    std::vector<WeightsRecord> weights;
};

/// What a run needs of the priors.
struct RequiredPriors {
    std::optional<std::string> prior; ///< id or folder; one that was named must exist, needed or not
    std::optional<int> classLabel;
    std::optional<std::string> restorer; ///< id of the feed-forward one that makes first estimates
    bool needsPrior = false;
    bool needsFill = false;    ///< the feed-forward network kFillPrior
    bool needsColours = false; ///< a prior of grey pictures cannot give them
};

/// Throws Error.
LoadedPriors loadPriors(const RequiredPriors& required, const ComputeSetup& setup, PriorStore& store);

} // namespace palimpsest
