// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sampling/guidance_plan.h"
#include "core/sampling/measurement.h"
#include "core/sampling/sampling_context.h"

#include <utility>

namespace palimpsest {

/// How the sampling is steered. It may act twice in a step: on the estimate of x_0 before the step rule (DDNM, DiffPIR,
/// DDS ...), and on x_{t-1} after it (projection, MCG, DPS ...). Both are called with gradients off, except in the
/// steps that the run differentiates; a guidance whose plan needs the graph differentiates context.prediction with
/// respect to context.xt itself, once. Immutable. This class itself steers nothing: plain generation.
class Guidance {
public:
    explicit Guidance(GuidancePlan plan = {}) : plan_(plan) {}
    virtual ~Guidance() = default;
    const GuidancePlan& plan() const { return plan_; }
    /// The estimate that the step rule goes on with; starts from context.prediction without its graph. May change x0
    /// alone, or eps with it (withX0).
    virtual Prediction correctEstimate(const StepContext& /*context*/, Prediction estimate) const { return estimate; }
    /// next: what the step rule made of it, [N,C,H,W]. Returns x_{t-1}.
    virtual at::Tensor correctNext(const StepContext& /*context*/, at::Tensor next) const { return next; }
    /// How far an estimate [N,C,H,W] is from the measurement: the Euclidean norm of y - A(x0), [N]. Undefined if
    /// nothing was measured.
    virtual at::Tensor residual(const at::Tensor& /*x0*/) const { return {}; }
    /// The result that the end x of a run [N,C,H,W] stands for.
    virtual at::Tensor finish(const at::Tensor& x) const { return x; }

private:
    GuidancePlan plan_;
};

/// A guidance by a measurement, which the result agrees with exactly if it has no noise. This class itself does no more
/// than that.
class MeasurementGuidance : public Guidance {
public:
    /// Throws Bug for an empty measurement, or a y that does not fit the operator.
    MeasurementGuidance(GuidancePlan plan, Measurement measurement)
        : Guidance(plan), measurement_(prepared(std::move(measurement))) {}
    at::Tensor residual(const at::Tensor& x0) const final;
    at::Tensor finish(const at::Tensor& x) const final;

protected:
    const Measurement& measurement() const { return measurement_; }

private:
    Measurement measurement_;
};

} // namespace palimpsest
