// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/loaded_priors.h"

#include "core/base/error.h"
#include "core/priors/prior_denoiser.h"
#include "core/restoration/method_choice.h"

namespace palimpsest {
namespace {

constexpr int kPictureChannels = 3; // of the working picture, grey ones too

void requireKind(const PriorEntry& prior, const std::string& kind) {
    if (prior.card.kind != kind) {
        throw Error(ErrorCode::badArgument,
                    Message("the prior %1 is of the kind %2, this job needs %3", prior.card.id, prior.card.kind, kind),
                    "palimpsest models list shows what there is");
    }
}

void requireColours(const PriorEntry& prior) {
    if (prior.card.channels == 1) {
        throw Error(ErrorCode::badArgument,
                    Message("the prior %1 is of grey pictures and knows no colours", prior.card.id),
                    "choose a prior for 3 channels");
    }
}

} // namespace

LoadedPriors loadPriors(const RequiredPriors& required, const ComputeSetup& setup, PriorStore& store) {
    LoadedPriors loaded;
    if (required.needsPrior || required.prior) {
        const PriorEntry entry = store.catalogue.find(required.prior.value_or(kDefaultPrior));
        requireKind(entry, "diffusion");
        if (required.needsColours) {
            requireColours(entry);
        }
        loaded.denoiser = priorDenoiser(store.networks.get(entry, setup.device, setup.dtype), entry.card,
                                        kPictureChannels, required.classLabel);
        loaded.schedule = priorSchedule(entry.card);
        loaded.weights.push_back({entry.card.id, entry.card.weightsSha256});
    }
    if (required.needsFill) {
        const PriorEntry entry = store.catalogue.find(kFillPrior);
        requireKind(entry, "fill");
        if (entry.card.channels != kPictureChannels) {
            throw Error(ErrorCode::badArgument, Message("the prior %1 is not for colour pictures", entry.card.id),
                        "choose one for 3 channels");
        }
        loaded.fill.emplace(store.networks.get(entry, setup.device, setup.dtype));
        loaded.weights.push_back({entry.card.id, entry.card.weightsSha256});
    }
    if (required.restorer) {
        const PriorEntry entry = store.catalogue.find(*required.restorer);
        loaded.restorer.emplace(store.networks.get(entry, setup.device, setup.dtype), entry.card);
        loaded.weights.push_back({entry.card.id, entry.card.weightsSha256});
    }
    return loaded;
}

} // namespace palimpsest
