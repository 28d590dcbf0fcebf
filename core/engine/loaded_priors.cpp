// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/loaded_priors.h"

#include "core/base/error.h"
#include "core/schedules/catalogue.h"

namespace palimpsest {
namespace {

void requireKind(const PriorEntry& prior, const std::string& kind) {
    if (prior.card.kind != kind) {
        throw Error(ErrorCode::badArgument, "the prior " + prior.card.id + " is of the kind " + prior.card.kind + ", this job needs " + kind,
                    "palimpsest models list shows what there is");
    }
    if (prior.card.channels != 3) {
        throw Error(ErrorCode::badArgument, "the prior " + prior.card.id + " is for pictures of " + std::to_string(prior.card.channels) + " channels",
                    "choose a prior for 3 channels");
    }
}

} // namespace

LoadedPriors loadPriors(const RestoreSpec& spec, bool needsPrior, bool needsFill, const ComputeSetup& setup, PriorShelf& shelf) {
    LoadedPriors loaded;
    if (needsPrior || spec.prior != RestoreSpec{}.prior) {
        const PriorEntry entry = shelf.catalogue.find(spec.prior);
        requireKind(entry, "diffusion");
        loaded.denoiser.emplace(shelf.networks.get(entry, setup.device, setup.dtype), parametrisation(entry.card.parametrisation));
        loaded.schedule = makeSchedule(entry.card.schedule, {{"times", std::int64_t{entry.card.scheduleSteps}}});
        loaded.weights.push_back({entry.card.id, entry.card.weightsSha256});
    }
    if (needsFill) {
        const PriorEntry entry = shelf.catalogue.find(kFillPrior);
        requireKind(entry, "fill");
        loaded.fill.emplace(shelf.networks.get(entry, setup.device, setup.dtype));
        loaded.weights.push_back({entry.card.id, entry.card.weightsSha256});
    }
    return loaded;
}

} // namespace palimpsest
