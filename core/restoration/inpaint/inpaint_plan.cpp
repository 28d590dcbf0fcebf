// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/inpaint/inpaint_plan.h"

#include "core/image/classical_fill.h"
#include "core/methods/sampling_recipe.h"
#include "core/restoration/inpaint/pyramid.h"
#include "core/restoration/method_choice.h"
#include "core/tensor/tensor_image.h"

#include <ATen/ATen.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace palimpsest {
namespace {

/// Context around the holes of a region, and around the core of a tile: what the network can see to either side.
constexpr int kRegionContext = 64;
constexpr int kTileOverlap = 32;

/// A small hole shall lie in the middle of a picture of the prior's own size.
int regionContext(const PriorTraits& prior) { return std::max(kRegionContext, prior.nativeSize / 2); }

/// The solved mask fades over `feather` pixels inside its rim; without feathering the soft values of the given mask
/// are the weights.
Mask blendWeights(const Mask& given, const Mask& solved, int feather) {
    Mask weights = united(given, solved);
    if (feather <= 0) {
        return weights;
    }
    cv::Mat inside(solved.height(), solved.width(), CV_8U);
    for (int y = 0; y < solved.height(); ++y) {
        std::transform(solved.row(y), solved.row(y) + solved.width(), inside.ptr(y),
                       [](std::uint8_t value) { return value > 0 ? 255 : 0; });
    }
    cv::Mat distance;
    cv::distanceTransform(inside, distance, cv::DIST_L2, cv::DIST_MASK_5);
    for (int y = 0; y < solved.height(); ++y) {
        const float* row = distance.ptr<float>(y);
        std::uint8_t* weight = weights.row(y);
        for (int x = 0; x < solved.width(); ++x) {
            const float ramp = std::min(1.0f, row[x] / static_cast<float>(feather + 1));
            weight[x] = static_cast<std::uint8_t>(std::lround(static_cast<float>(weight[x]) * ramp));
        }
    }
    return weights;
}

Mask hardened(const Mask& mask) {
    Mask hard(mask.size());
    for (int y = 0; y < mask.height(); ++y) {
        std::transform(mask.row(y), mask.row(y) + mask.width(), hard.row(y),
                       [](std::uint8_t value) { return value > 0 ? 255 : 0; });
    }
    return hard;
}

RegionPlan planRegion(const RestoreSpec& spec, const Region& region, const Mask& solved, const MethodRequest& request,
                      int largestTile) {
    RegionPlan plan{region, settingsFor(spec, request), {}};
    plan.settings.tileSide = std::min(plan.settings.tileSide, largestTile);
    const at::Tensor hole = holeTensor(solved, region.area);
    for (const PyramidLevel& level :
         buildPyramid(at::zeros_like(hole), hole, region.holes.radius, plan.settings.coarsestRadius)) {
        plan.tiles.push_back(planTiles(level.hole, plan.settings.tileSide, kTileOverlap));
    }
    if (!region.hasKnown && plan.settings.coarsest.t0 < 1 && !plan.settings.isClassical()) {
        // Nothing is known, so there is nothing to estimate from: the prior invents it.
        plan.settings.coarsest = {1.0, 50};
        plan.settings.finer = plan.settings.finer.usesPrior() ? plan.settings.finer : LevelRecipe{0.3, 12};
        plan.settings.refineWithFill = false;
    }
    return plan;
}

/// Pixels around the holes of a region that the first estimate of its method looks at, beyond the usual context.
int wantedContext(const MethodSettings& settings, const HoleStatistics& holes, int usual) {
    const ClassicalFill* fill = classicalFills().find(settings.firstEstimate.value_or(""));
    const bool looksFar = fill && !settings.refineWithFill;
    const double reach = looksFar ? fill->reach * holes.radius : 0;
    return std::max(0, static_cast<int>(std::ceil(reach)) - usual);
}

} // namespace

int RegionPlan::evaluationsPerTile(int level) const {
    return fillsPerTile(level) + evaluationsOf(settings, recipe(level));
}

std::int64_t InpaintPlan::evaluations() const {
    std::int64_t count = 0;
    for (const RegionPlan& region : regions) {
        for (int level = 0; level < region.levelCount(); ++level) {
            count += static_cast<std::int64_t>(region.tiles[level].size()) * region.evaluationsPerTile(level);
        }
    }
    return count;
}

std::int64_t InpaintPlan::pixels() const {
    std::int64_t count = 0;
    for (const RegionPlan& region : regions) {
        for (int level = 0; level < region.levelCount(); ++level) {
            for (const Tile& tile : region.tiles[level]) {
                count += tile.area.size().area() * region.evaluationsPerTile(level);
            }
        }
    }
    return count;
}

double InpaintPlan::macs() const {
    double sum = 0;
    for (const RegionPlan& region : regions) {
        const bool withGraph = needsGraph(region.settings);
        for (int level = 0; level < region.levelCount(); ++level) {
            const int fills = region.fillsPerTile(level);
            const double perPixel =
                fills * PriorTraits{}.macs(false) + (region.evaluationsPerTile(level) - fills) * prior.macs(withGraph);
            for (const Tile& tile : region.tiles[level]) {
                sum += static_cast<double>(tile.area.size().area()) * perPixel;
            }
        }
    }
    return sum;
}

bool InpaintPlan::usesPrior() const {
    return std::any_of(regions.begin(), regions.end(),
                       [](const RegionPlan& plan) { return plan.settings.usesPrior(); });
}

bool InpaintPlan::usesFillNetwork() const {
    return std::any_of(regions.begin(), regions.end(),
                       [](const RegionPlan& plan) { return plan.settings.refineWithFill; });
}

InpaintPlan planInpainting(const RestoreSpec& spec, const Mask& mask, int sample, const PriorTraits& prior,
                           int largestTile, const std::optional<RestorerTraits>& restorer) {
    const auto pixels = [&](const char* name) {
        return static_cast<int>(std::get<std::int64_t>(spec.taskParameters.at(name)));
    };
    const int grow = pixels("grow");
    InpaintPlan plan;
    plan.prior = prior;
    plan.solved = hardened(grow > 0 ? grown(mask, grow) : mask);
    const Mask& given = grow > 0 ? plan.solved : mask;
    plan.weights = blendWeights(given, given, pixels("feather"));
    const auto requestFor = [&](const Region& region) {
        return MethodRequest{.holes = region.holes, .sample = sample, .prior = prior, .restorer = restorer};
    };
    const int usual = regionContext(prior);
    std::vector<Region> regions = planRegions(plan.solved, usual);
    std::vector<int> more;
    std::ranges::transform(regions, std::back_inserter(more), [&](const Region& region) {
        return wantedContext(settingsFor(spec, requestFor(region)), region.holes, usual);
    });
    if (std::ranges::any_of(more, [](int beyond) { return beyond > 0; })) {
        regions = grownRegions(plan.solved, regions, more);
    }
    for (const Region& region : regions) {
        plan.regions.push_back(planRegion(spec, region, plan.solved, requestFor(region), largestTile));
    }
    return plan;
}

} // namespace palimpsest
