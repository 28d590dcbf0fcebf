// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "core/image/mask.h"
#include "core/methods/method_request.h"

#include <vector>

namespace palimpsest {

/// A piece of the picture that is restored on its own: a crop around one group of holes.
struct Region {
    Rect area; ///< crop in pixels of the picture, with context around the holes
    HoleStatistics holes;
    bool hasKnown = true; ///< false if the mask covers the whole crop
};

/// Groups the islands of the mask (every pixel above 0) into crops that do not overlap. Each crop has at least
/// `context` pixels around its holes where the picture reaches that far. Empty for an empty mask. Time is linear in the
/// pixels, whatever the number of islands.
std::vector<Region> planRegions(const Mask& mask, int context);
/// The regions with `more` pixels around each; those that meet become one.
std::vector<Region> grownRegions(const Mask& mask, const std::vector<Region>& regions, const std::vector<int>& more);

} // namespace palimpsest
