// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/denoisers/denoiser.h"
#include "core/sampling/guidance.h"
#include "core/sampling/planned_steps.h"
#include "core/sampling/start.h"
#include "core/sampling/step_rule.h"
#include "core/schedules/step.h"
#include "core/tensor/noise_source.h"
#include "core/tensor/shape.h"

#include <ATen/core/Tensor.h>

#include <functional>
#include <stop_token>
#include <vector>

namespace palimpsest {

/// Everything a run consists of; references to what the caller keeps alive.
struct SamplingPlan {
    std::vector<Step>
        steps; ///< plannedSteps(); where a step leaves from more noise than there is, x is noised back to it
    const Denoiser& denoiser;
    const StepRule& stepRule;
    const Guidance* guidance = nullptr; ///< null: plain generation
    const Start& start;
    Shape shape;        ///< [C,H,W] of one sample: the domain of the guidance's operator, if there is one
    bool clipX0 = true; ///< clamp every estimate to [-1,1]: right for pictures, wrong for an unbounded prior
    /// The last so many entries of `steps` are run with gradients on, and the result keeps their graph: back to the
    /// weights of the network that require gradients, and to a start that is itself a leaf which does. What the steps
    /// before compute is a constant. Not for a guidance whose plan needs the graph.
    int differentiableSteps = 0;
};

/// Seen after every step. Tensors stay on the device, carry no graph, and are valid during the call only.
struct StepReport {
    const Step& step;
    const at::Tensor& x0;       ///< [N,C,H,W], the corrected estimate
    const at::Tensor& residual; ///< [N], Guidance::residual(x0); undefined in generation
};

enum class AfterStep {
    goOn,
    keepEstimate, ///< stop here and return the current estimate
};

using StepObserver = std::function<AfterStep(const StepReport&)>;

/// How often sample() will call the denoiser.
int plannedEvaluations(const SamplingPlan& plan);

/// Samples the prior, or with a guidance the posterior: one sample for each of `noise`, in its dtype and on its device.
/// Returns [N, shape...]: the mean of the last step, without noise, finished by the guidance. Nothing here waits for
/// the device. The stop token is looked at before every evaluation, so the wait is at most one step. Throws Cancelled,
/// and Bug for a plan without steps or one that differentiates what a guidance has differentiated already.
at::Tensor sample(const SamplingPlan& plan, NoiseSource& noise, const StepObserver& observe = {},
                  std::stop_token stop = {});

} // namespace palimpsest
