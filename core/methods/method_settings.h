// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"

#include <optional>
#include <string>

namespace palimpsest {

/// How one level of the pyramid is solved by the prior.
struct LevelRecipe {
    double t0 = 0; ///< where the noised estimate starts, (0,1]; 1: from noise; 0: the estimate is the answer
    int steps = 0; ///< network evaluations

    bool usesPrior() const { return t0 > 0 && steps > 0; }
    bool operator==(const LevelRecipe&) const = default;
};

/// What is done, from a row of the method catalogue and the fields of the spec that override it.
struct MethodSettings {
    std::optional<std::string>
        firstEstimate; ///< id of the task's, or the path of a picture of the user's; none: the task's usual one
    bool refineWithFill = true; ///< holes: every level's estimate passes through the feed-forward network
    int fillViews = 1;          ///< symmetries of the input whose answers are averaged, 1 to 8
    LevelRecipe coarsest;
    LevelRecipe finer;
    /// Whole pictures: start from the noisy picture itself, at the time of the schedule whose noise is its own; t0 is
    /// not used.
    bool startsAtItsNoise = false;
    std::string guidance = "ddnm";
    std::string stepRule = "ddim";
    std::string spacing = "trailing";
    ParameterValues guidanceParameters;
    ParameterValues stepRuleParameters;
    double coarsestRadius = 8; ///< px, holes: halve until no hole is thicker
    int coarsestMean = 1;      ///< whole pictures: the coarsest level is the mean of this many samples
    int coarsestSide = 0; ///< px, tasks with a pyramid: halve until the shorter side is no longer than this; 0: never
    int tileSide = 512;   ///< px

    bool usesPrior() const { return coarsest.usesPrior() || finer.usesPrior(); }
    bool isClassical() const { return !usesPrior() && !refineWithFill; }
    bool operator==(const MethodSettings&) const = default;
};

} // namespace palimpsest
