// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/restoration/solver_resources.h"
#include "core/restoration/whole/whole_plan.h"
#include "core/tasks/behaviour/whole_task.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>

namespace palimpsest {

/// A step of one level, seen while the estimate forms.
struct GroupStep {
    const at::Tensor& x0;       ///< [N,3,H,W], without the margin
    const at::Tensor& residual; ///< [N], Euclidean norm of y - A x0
    std::int64_t measured;      ///< values of y per sample
    int level;
    int step;
    int steps;
};

using GroupObserver = std::function<void(const GroupStep& step)>;

/// Restores a group of samples of a whole image from what was measured of it, with the operator acting on all of it and
/// the network on tiles. A task with a pyramid climbs it, each level starting (CCDF) from the coarser one's result.
class GroupSolver {
public:
    /// sigma: of the picture's noise, [0,1] units.
    GroupSolver(const SolverResources& resources, const WholeTask& task, const RestoreSpec& spec,
                const SampleGroup& group, double sigma)
        : resources_(resources), task_(task), spec_(spec), group_(group), sigma_(sigma) {}

    /// measured: of `input`. userEstimate: [1,3,H,W] of the result's size, or undefined. Returns [N,3,H,W] with the
    /// margin of the measurement.
    at::Tensor solve(const PictureTensors& input, const TaskMeasurement& measured, const at::Tensor& userEstimate,
                     std::uint64_t seed, const GroupObserver& observe);

private:
    at::Tensor solveLevel(const PictureTensors& input, const TaskMeasurement& measured, const at::Tensor& estimate,
                          int level, std::uint64_t seed, const GroupObserver& observe);
    at::Tensor startingEstimate(const PictureTensors& input, const TaskMeasurement& measured,
                                const at::Tensor& estimate, int level) const;
    at::Tensor restorerEstimate(const PictureTensors& input, const TaskMeasurement& measured) const;
    at::Tensor samplePrior(const PictureTensors& input, const TaskMeasurement& measured, const at::Tensor& first,
                           int level, std::uint64_t seed, const GroupObserver& observe);

    const SolverResources& resources_;
    const WholeTask& task_;
    const RestoreSpec& spec_;
    const SampleGroup& group_;
    double sigma_;
};

} // namespace palimpsest
