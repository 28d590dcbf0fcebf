// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "core/image/mask.h"
#include "core/methods/method_settings.h"
#include "core/restoration/inpaint/region_plan.h"
#include "core/restoration/inpaint/tile_plan.h"
#include "core/restorers/restorer_choice.h"
#include "core/specs/restore_spec.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace palimpsest {

/// How one region will be solved: levels from fine (0) to coarse, each with its tiles.
struct RegionPlan {
    Region region;
    MethodSettings settings;
    std::vector<std::vector<Tile>> tiles; ///< by level

    int levelCount() const { return static_cast<int>(tiles.size()); }
    const LevelRecipe& recipe(int level) const {
        return level == levelCount() - 1 ? settings.coarsest : settings.finer;
    }
    /// Network evaluations that a tile of this level costs.
    int evaluationsPerTile(int level) const;
    /// Those of them that are the feed-forward network's.
    int fillsPerTile(int level) const {
        return settings.refineWithFill && recipe(level).t0 < 1 ? settings.fillViews : 0;
    }
};

/// All that is decided before holes are restored, for one sample.
struct InpaintPlan {
    Mask solved;  ///< what is restored: the given mask, grown
    Mask weights; ///< how much of the result each pixel takes: the band in which it fades into the picture
    std::vector<RegionPlan> regions;
    PriorTraits prior;

    std::int64_t evaluations() const;
    /// Pixels times evaluations: the work that the time left is told from.
    std::int64_t pixels() const;
    /// Of all evaluations: what the time of a run is told from before it starts.
    double macs() const;
    bool usesPrior() const;
    bool usesFillNetwork() const;
};

/// spec: with complete task parameters; mask: covers something; largestTile: px, cuts the method's. Throws
/// Error(badArgument) for a spec that the catalogues refuse.
InpaintPlan planInpainting(const RestoreSpec& spec, const Mask& mask, int sample = 0, const PriorTraits& prior = {},
                           int largestTile = std::numeric_limits<int>::max(),
                           const std::optional<RestorerTraits>& restorer = {});

} // namespace palimpsest
