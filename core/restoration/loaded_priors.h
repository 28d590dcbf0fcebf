// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/denoisers/denoiser.h"
#include "core/restoration/compute_setup.h"
#include "core/restoration/inpaint/fill_network.h"
#include "core/priors/model_cache.h"
#include "core/priors/prior_catalogue.h"
#include "core/provenance/run_record.h"
#include "core/schedules/noise_schedule.h"

#include <memory>
#include <optional>
#include <vector>

namespace palimpsest {

/// The priors there are and the networks that are loaded; outlives every job.
struct PriorStore {
    PriorCatalogue catalogue;
    ModelCache networks;
};

/// The networks of one run, and what they are in the record.
struct LoadedPriors {
    std::shared_ptr<const Denoiser> denoiser; ///< of colour pictures; null where none is needed
    std::optional<NoiseSchedule> schedule;
    std::optional<FillNetwork> fill;
    std::vector<WeightsRecord> weights;
};

/// Id of the feed-forward network that improves classical fills.
inline constexpr const char* kFillPrior = "photo-fill";

/// A prior that the spec names must exist, needed or not. Throws Error.
LoadedPriors loadPriors(const RestoreSpec& spec, bool needsPrior, bool needsFill, const ComputeSetup& setup, PriorStore& store);

} // namespace palimpsest
