// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/recipes.h"

#include <limits>
#include <utility>

namespace palimpsest {
namespace {

/// px
constexpr int kTileWithGraph = 256;

} // namespace

MethodSettings fromNoise(const char* guidance) {
    return {.refineWithFill = false,
            .coarsest = {1.0, 50},
            .finer = {0.3, 12},
            .guidance = guidance,
            .coarsestRadius = 8,
            .coarsestSide = kColourSide};
}

MethodSettings fromEstimate(const char* guidance, const char* estimate, LevelRecipe recipe) {
    MethodSettings settings = fromNoise(guidance);
    if (estimate) {
        settings.firstEstimate = estimate;
    }
    settings.coarsest = recipe;
    return settings;
}

MethodSettings fromRestorer(const std::string& restorer, int sample) {
    constexpr LevelRecipe kFaithful{0.1, 4};
    constexpr LevelRecipe kVaried{0.3, 10};
    return fromEstimate("ddnm", restorer.c_str(), sample > 0 ? kVaried : kFaithful);
}

MethodSettings posteriorMean() {
    return {
        .refineWithFill = false, .coarsest = {1.0, 1}, .finer = {1.0, 1}, .startsAtItsNoise = true, .guidance = "none"};
}

MethodSettings classicalAlone(std::string id) {
    return {.firstEstimate = std::move(id),
            .refineWithFill = false,
            .coarsestRadius = std::numeric_limits<double>::infinity()};
}

MethodSettings withGraph(MethodSettings settings) {
    settings.tileSide = kTileWithGraph;
    return settings;
}

} // namespace palimpsest
