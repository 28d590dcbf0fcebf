// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/catalogue.h"
#include "core/base/parameter.h"
#include "core/engine/region_plan.h"
#include "core/tasks/restore_spec.h"

#include <string>
#include <string_view>

namespace palimpsest {

/// How one level of the pyramid is solved by the prior.
struct LevelRecipe {
    double t0 = 0; ///< where the noised estimate starts, (0,1]; 1: from noise; 0: the estimate is the answer
    int steps = 0; ///< network evaluations

    bool usesPrior() const { return t0 > 0 && steps > 0; }
    bool operator==(const LevelRecipe&) const = default;
};

/// What is done, from a row of the catalogue and the fields of the spec that override it.
struct MethodSettings {
    std::string firstEstimate = "navier-stokes"; ///< classical fill at the coarsest level, or the path of a picture
    bool refineWithFill = true;                   ///< every level's estimate passes through the feed-forward network
    int fillViews = 1; ///< symmetries of the input whose answers are averaged, 1 to 8
    LevelRecipe coarsest;
    LevelRecipe finer;
    std::string guidance = "ddnm";
    std::string stepRule = "ddim";
    ParameterValues guidanceParameters;
    ParameterValues stepRuleParameters;
    double coarsestRadius = 8; ///< px: halve until no hole is thicker
    int tileSide = 512;         ///< px

    bool usesPrior() const { return coarsest.usesPrior() || finer.usesPrior(); }
    bool isClassical() const { return !usesPrior() && !refineWithFill; }
    bool operator==(const MethodSettings&) const = default;
};

/// A row of the method menu: a paper's method, or a baseline, as a combination of what the lower modules offer.
struct MethodEntry {
    std::string_view id;
    std::string_view title;
    std::string_view description;
    /// The defaults for the holes of a region. `sample` counts the variants from 0.
    MethodSettings (*settings)(const Region& region, int sample);
};

const Catalogue<MethodEntry>& methodCatalogue();

/// Schemas of what `parameters` of a spec may hold for this method: "guidance.scale", "ddim.eta" ...
ParameterSchemas parametersOf(const MethodEntry& method);

/// The row's defaults with the fields of the spec that are not "auto" put in. Throws Error(badArgument).
MethodSettings settingsFor(const RestoreSpec& spec, const Region& region, int sample = 0);

} // namespace palimpsest
