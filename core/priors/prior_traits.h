// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/evaluation_cost.h"

#include <cstdint>
#include <string>

namespace palimpsest {

class PriorCatalogue;

/// What a plan has to know of a prior before it is loaded.
struct PriorTraits {
    int nativeSize = 64; ///< px: the side of the pictures that it was trained on
    EvaluationCost cost{.multiplyAdds = 151712,
                        .activations = 209.5}; ///< of the embedded prior where the card tells none
    std::int64_t weightBytes = 0;

    /// How many times as large the pictures of this prior are as those of the embedded one, for which methods were
    /// tuned.
    double scale() const { return nativeSize / 64.0; }
    /// Bytes of memory per pixel in the network, with a graph or without: those of the embedded prior were measured by
    /// `palimpsest bench network` and `bench step`; others need as many times more as their convolutions return
    /// numbers.
    double bytesPerPixel(bool withGraph) const;
    /// MACs of an evaluation per pixel, with the gradient or without.
    double macs(bool withGraph) const;
};

/// Of a prior by id or folder; the defaults for one that cannot be found.
PriorTraits priorTraits(const PriorCatalogue& catalogue, const std::string& idOrFolder);

} // namespace palimpsest
