// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/inpaint/region_solver.h"

#include "core/base/error.h"
#include "core/base/random_seed.h"
#include "core/methods/sampling_recipe.h"
#include "core/operators/catalogue.h"
#include "core/restorers/restorer.h"
#include "core/sampling/catalogue.h"
#include "core/sampling/sample.h"
#include "core/tasks/behaviour/hole_fill.h"
#include "core/tensor/finite.h"

#include <ATen/ATen.h>

namespace palimpsest {
namespace {

at::Tensor view(const at::Tensor& x, const Rect& area) {
    return x.slice(2, area.y, area.bottom()).slice(3, area.x, area.right());
}

/// The core of a tile, in the tile's own coordinates.
Rect within(const Tile& tile) {
    return {tile.core.x - tile.area.x, tile.core.y - tile.area.y, tile.core.width, tile.core.height};
}

} // namespace

at::Tensor RegionSolver::solve(const at::Tensor& picture, const at::Tensor& hole, const at::Tensor& userEstimate,
                               std::uint64_t seed, const EstimateObserver& observe) {
    const auto levels = buildPyramid(picture.to(resources_.device), hole.to(resources_.device),
                                     plan_.region.holes.radius, plan_.settings.coarsestRadius);
    at::Tensor x = firstEstimate(levels.back(), userEstimate);
    for (int index = static_cast<int>(levels.size()) - 1; index >= 0; --index) {
        const PyramidLevel& level = levels[index];
        if (index + 1 < static_cast<int>(levels.size())) {
            x = level.known + level.hole * upsampled(x, level.hole);
        }
        resources_.meter.phase(Message("level %1 of %2", levels.size() - index, levels.size()));
        x = solveLevel(level, x, index, streamSeed(seed, "level", index), observe);
    }
    requireFinite(x);
    return x.to(at::kCPU);
}

at::Tensor RegionSolver::firstEstimate(const PyramidLevel& coarsest, const at::Tensor& userEstimate) const {
    if (userEstimate.defined()) {
        return coarsest.known + coarsest.hole * userEstimate.to(resources_.device);
    }
    if (plan_.settings.coarsest.t0 >= 1) {
        return coarsest.known;
    }
    if (resources_.restorer && plan_.settings.firstEstimate == resources_.restorer->id()) {
        const NetworkTime time(resources_.meter);
        return resources_.restorer->filled(coarsest.known, coarsest.hole, resources_.stop);
    }
    return classicalHoleFill(plan_.settings.firstEstimate.value(), coarsest.known, coarsest.hole, resources_.stop)
        .to(resources_.device);
}

at::Tensor RegionSolver::solveLevel(const PyramidLevel& level, const at::Tensor& estimate, int index,
                                    std::uint64_t seed, const EstimateObserver& observe) {
    const LevelRecipe& recipe = plan_.recipe(index);
    at::Tensor result = estimate.clone();
    at::Tensor open = level.hole.clone(); // 1 where nothing is known or solved yet
    std::uint64_t ordinal = 0;
    for (const Tile& tile : plan_.tiles[index]) {
        resources_.throwIfStopped();
        if (resources_.shallKeep()) {
            break;
        }
        const at::Tensor hole = view(open, tile.area).contiguous();
        at::Tensor x = view(result, tile.area).contiguous();
        const at::Tensor known = x * (1 - hole);
        if (resources_.fill && plan_.settings.refineWithFill && recipe.t0 < 1) {
            const NetworkTime time(resources_.meter);
            x = resources_.fill->refine(known, hole, x, plan_.settings.fillViews);
            for (int view = 0; view < plan_.settings.fillViews; ++view) {
                resources_.meter.evaluated(tile.area.size().area());
            }
        }
        const auto show = [&](const at::Tensor& part) {
            view(result, tile.core).copy_(view(part, within(tile)));
            observe(result, index);
        };
        show(x);
        if (recipe.usesPrior()) {
            x = samplePrior(known, hole, x, recipe, streamSeed(seed, "tile", ordinal), show);
        }
        view(result, tile.core).copy_(view(x, within(tile)));
        view(open, tile.core).zero_();
        ++ordinal;
    }
    observe(result, index);
    return result;
}

at::Tensor RegionSolver::samplePrior(const at::Tensor& known, const at::Tensor& hole, const at::Tensor& estimate,
                                     const LevelRecipe& level, std::uint64_t seed,
                                     const std::function<void(const at::Tensor&)>& observe) {
    const Shape shape{known.size(1), known.size(2), known.size(3)};
    const MethodSettings& settings = plan_.settings;
    const SamplingRecipe recipe = samplingRecipe(settings);
    const auto guidance = makeGuidance(
        settings.guidance, settings.guidanceParameters,
        {.A = makeOperator("inpainting-mask", {}, {shape, known.options(), (hole[0][0] < 0.5)}), .y = known});
    const auto start = level.t0 >= 1 ? makeStart("noise") : makeStart("estimate", {{"t0", level.t0}}, estimate);
    const MeteredDenoiser denoiser(*resources_.denoiser, resources_.meter);
    NoiseSource noise(seed, {0}, known.options());
    const SamplingPlan plan{
        .steps = plannedSteps(*resources_.schedule, recipe.spacing, level.steps, *start, guidance->plan()),
        .denoiser = denoiser,
        .stepRule = *recipe.rule,
        .guidance = guidance.get(),
        .start = *start,
        .shape = shape};
    return sample(
        plan, noise,
        [&](const StepReport& report) {
            resources_.meter.evaluated(known.size(2) * known.size(3));
            observe(report.x0);
            return resources_.shallKeep() ? AfterStep::keepEstimate : AfterStep::goOn;
        },
        resources_.stop);
}

} // namespace palimpsest
