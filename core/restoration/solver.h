// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/engine/restore_input.h"
#include "core/engine/solution_maps.h"
#include "core/methods/method_settings.h"
#include "core/priors/prior_traits.h"
#include "core/provenance/run_record.h"
#include "core/restoration/solver_resources.h"
#include "core/restorers/restorer_choice.h"
#include "core/tasks/behaviour/task_behaviour.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace palimpsest {

/// What a plan will cost.
struct PlannedWork {
    std::int64_t evaluations = 0;
    std::int64_t pixels = 0; ///< times evaluations: what the time left is told from
    double macs = 0;         ///< of all evaluations: what the time of a run is told from before it starts
    std::int64_t memoryBytes = 0;
    bool usesPrior = false;
    bool usesFillNetwork = false; ///< the feed-forward one
};

/// A finished sample: in the picture's own space, depth and metadata.
struct SolvedSample {
    int index = 0; ///< counts from 0
    Image picture;
    double residual = 0; ///< root mean square of A x - y over what was measured, [0,1]
};

/// Told of every finished sample, in order.
using SampleSink = std::function<void(const SolvedSample& sample)>;

/// What a restoration is about. The spec's task parameters are complete. References live as long as the solver.
struct Problem {
    const RestoreSpec& spec;
    const RestoreInput& input;
    const TaskBehaviour& task;
    PriorTraits prior;
    std::optional<RestorerTraits> restorer; ///< that it may start from
};

/// Restores what a problem describes: planned when it is made, run by the shell (restoration_run.h), which loads the
/// networks, retries and keeps the record.
class Solver {
public:
    virtual ~Solver() = default;
    virtual PlannedWork work() const = 0;
    /// What the user should know of the input before the run.
    virtual std::vector<Message> notices() const { return {}; }
    /// Of the first sample on the first region: what a record's resolved spec tells.
    virtual const MethodSettings& settings() const = 0;
    /// What else the solver resolved: noise, tile.
    virtual void resolve(RestoreSpec& /*resolved*/) const {}
    virtual std::vector<RegionRecord> regions() const = 0;
    /// Plans anew in the smallest pieces, after the memory ran out.
    virtual void usePiecesAsSmallAsPossible() = 0;
    /// userEstimate: [1,3,H,W] of the result's size on the host, in the working space, [-1,1]; undefined: none. Returns
    /// the maps. Throws Error, Cancelled.
    virtual SolutionMaps solve(const SolverResources& resources, const at::Tensor& userEstimate,
                               const SampleSink& finished) = 0;
    /// Of the pictures that it makes.
    virtual Size resultSize() const = 0;
};

/// The settings of a region as its record tells them.
RegionRecord regionRecord(const Rect& area, const MethodSettings& settings);

} // namespace palimpsest
