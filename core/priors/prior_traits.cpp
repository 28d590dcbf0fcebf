// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/priors/prior_traits.h"

#include "core/base/error.h"
#include "core/priors/prior_catalogue.h"

namespace palimpsest {

double PriorTraits::bytesPerPixel(bool withGraph) const {
    constexpr double kEmbedded = 1200;
    constexpr double kEmbeddedWithGraph = 6000;
    return (withGraph ? kEmbeddedWithGraph : kEmbedded) * cost.activations / PriorTraits{}.cost.activations;
}

double PriorTraits::macs(bool withGraph) const {
    constexpr double kWithGradient = 2.4; // measured: `palimpsest bench step`
    return cost.multiplyAdds * (withGraph ? kWithGradient : 1);
}

PriorTraits priorTraits(const PriorCatalogue& catalogue, const std::string& idOrFolder) {
    try {
        const PriorEntry prior = catalogue.find(idOrFolder);
        PriorTraits traits{.nativeSize = prior.card.nativeSize, .weightBytes = prior.byteSize};
        if (prior.card.cost.isKnown()) {
            traits.cost = prior.card.cost;
        }
        return traits;
    } catch (const Error&) {
        return {}; // whoever loads it says what is wrong
    }
}

} // namespace palimpsest
