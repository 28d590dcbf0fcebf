// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/restoration/inpaint/inpaint_plan.h"
#include "core/restoration/inpaint/pyramid.h"
#include "core/restoration/solver_resources.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>

namespace palimpsest {

/// Shows the estimate of a whole region while it forms: x [1,3,H,W] at a level of its pyramid, on the device.
using EstimateObserver = std::function<void(const at::Tensor& x, int level)>;

/// Restores one region, coarse to fine. On each level, every tile's hole starts from the coarser result (at the
/// coarsest from a classical fill, a picture of the user's or noise), passes the feed-forward network, is noised to t0
/// and sampled. A tile takes what earlier tiles have solved as known, so that tiles join without seams.
class RegionSolver {
public:
    RegionSolver(const SolverResources& resources, const RegionPlan& plan) : resources_(resources), plan_(plan) {}

    /// picture: [1,3,H,W] in [-1,1] on the host; hole: [1,1,H,W]; userEstimate: as picture, or undefined.
    /// Returns the restored region on the host; where the hole is 0 it is the picture.
    at::Tensor solve(const at::Tensor& picture, const at::Tensor& hole, const at::Tensor& userEstimate,
                     std::uint64_t seed, const EstimateObserver& observe);

private:
    at::Tensor firstEstimate(const PyramidLevel& coarsest, const at::Tensor& userEstimate) const;
    at::Tensor solveLevel(const PyramidLevel& level, const at::Tensor& estimate, int index, std::uint64_t seed,
                          const EstimateObserver& observe);
    at::Tensor samplePrior(const at::Tensor& known, const at::Tensor& hole, const at::Tensor& estimate,
                           const LevelRecipe& level, std::uint64_t seed,
                           const std::function<void(const at::Tensor&)>& observe);

    const SolverResources& resources_;
    const RegionPlan& plan_;
};

} // namespace palimpsest
