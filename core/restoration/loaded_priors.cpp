// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/loaded_priors.h"

#include "core/base/error.h"
#include "core/tasks/task_measurement.h"
#include "core/priors/prior_denoiser.h"

namespace palimpsest {
namespace {

constexpr int kPictureChannels = 3; // of the working picture, grey ones too

void requireKind(const PriorEntry& prior, const std::string& kind) {
    if (prior.card.kind != kind) {
        throw Error(ErrorCode::badArgument, "the prior " + prior.card.id + " is of the kind " + prior.card.kind + ", this job needs " + kind,
                    "palimpsest models list shows what there is");
    }
}

/// Colours cannot come from a prior that sees one channel at a time.
void requireColours(const PriorEntry& prior, const RestoreSpec& spec) {
    if (recoversColour(spec) && prior.card.channels == 1) {
        throw Error(ErrorCode::badArgument, "the prior " + prior.card.id + " is of grey pictures and knows no colours",
                    "choose a prior for 3 channels");
    }
}

} // namespace

LoadedPriors loadPriors(const RestoreSpec& spec, bool needsPrior, bool needsFill, const ComputeSetup& setup, PriorStore& store) {
    LoadedPriors loaded;
    if (needsPrior || spec.prior != RestoreSpec{}.prior) {
        const PriorEntry entry = store.catalogue.find(spec.prior);
        requireKind(entry, "diffusion");
        requireColours(entry, spec);
        loaded.denoiser = priorDenoiser(store.networks.get(entry, setup.device, setup.dtype), entry.card, kPictureChannels, spec.classLabel);
        loaded.schedule = priorSchedule(entry.card);
        loaded.weights.push_back({entry.card.id, entry.card.weightsSha256});
    }
    if (needsFill) {
        const PriorEntry entry = store.catalogue.find(kFillPrior);
        requireKind(entry, "fill");
        if (entry.card.channels != kPictureChannels) {
            throw Error(ErrorCode::badArgument, "the prior " + entry.card.id + " is not for colour pictures", "choose one for 3 channels");
        }
        loaded.fill.emplace(store.networks.get(entry, setup.device, setup.dtype));
        loaded.weights.push_back({entry.card.id, entry.card.weightsSha256});
    }
    return loaded;
}

} // namespace palimpsest
