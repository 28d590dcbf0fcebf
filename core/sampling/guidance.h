// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sampling/sampling_context.h"
#include "core/schedules/time_travel.h"

namespace palimpsest {

/// How the measurement steers the sampling. It may act twice in a step: on the estimate of x_0 before the step rule
/// (DDNM, DiffPIR, DDS ...), and on x_{t-1} after it (projection, MCG, DPS ...). Both are called with gradients off;
/// a guidance with needsGraph() differentiates context.prediction with respect to context.xt itself, once. Immutable.
class Guidance {
public:
    virtual ~Guidance() = default;
    virtual bool needsGraph() const { return false; }
    /// Evaluations of the denoiser in this step beyond the one that all share; looks at its index and count alone.
    virtual int extraEvaluations(const Step& /*step*/) const { return 0; }
    /// How the run's steps are to be repeated: give it to plannedSteps().
    virtual TimeTravel timeTravel() const { return {}; }
    /// The estimate that the step rule goes on with; starts from context.prediction without its graph. May change x0
    /// alone, or eps with it (withX0).
    virtual Prediction correctEstimate(const StepContext& /*context*/, Prediction estimate) const { return estimate; }
    /// next: what the step rule made of it, [N,C,H,W]. Returns x_{t-1}.
    virtual at::Tensor correctNext(const StepContext& /*context*/, at::Tensor next) const { return next; }
};

} // namespace palimpsest
