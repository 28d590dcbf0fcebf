// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/task_measurement.h"
#include "core/restoration/whole/whole_plan.h"
#include "core/restoration/solver_resources.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>

namespace palimpsest {

/// A step of one level, seen while the estimate forms.
struct PictureStep {
    const at::Tensor& x0;       ///< [N,3,H,W], without the margin
    const at::Tensor& residual; ///< [N], Euclidean norm of y - A x0
    std::int64_t measured;      ///< values of y per sample
    int level;
    int step;
    int steps;
};

using PictureObserver = std::function<void(const PictureStep& step)>;

/// Restores a whole picture from what was measured of it, with the measurement's operator acting on all of it and the
/// network on tiles. Colorization climbs a pyramid, each level starting (CCDF) from the coarser one's colours.
class PictureSolver {
public:
    /// sigma: of the picture's noise, [0,1] units.
    PictureSolver(const SolverResources& resources, const RestoreSpec& spec, const SampleGroup& group, double sigma)
        : resources_(resources), spec_(spec), group_(group), sigma_(sigma) {}

    /// measured: of `input`. userEstimate: [1,3,H,W] of the result's size, or undefined. Returns [N,3,H,W] with the margin of measure().
    at::Tensor solve(const PictureTensors& input, const Measurement& measured, const at::Tensor& userEstimate,
                     std::uint64_t seed, const PictureObserver& observe);

private:
    at::Tensor solveLevel(const PictureTensors& input, const Measurement& measured, const at::Tensor& estimate, int level,
                          std::uint64_t seed, const PictureObserver& observe);

    const SolverResources& resources_;
    const RestoreSpec& spec_;
    const SampleGroup& group_;
    double sigma_;
};

} // namespace palimpsest
