// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/denoisers/denoiser.h"
#include "core/operators/linear_operator.h"
#include "core/operators/noise_model.h"
#include "core/sampling/guidance.h"
#include "core/sampling/planned_steps.h"
#include "core/sampling/start.h"
#include "core/sampling/step_rule.h"
#include "core/schedules/step.h"
#include "core/tensor/noise_source.h"

#include <ATen/core/Tensor.h>

#include <functional>
#include <stop_token>
#include <vector>

namespace palimpsest {

/// Everything a run consists of; references to what the caller keeps alive. Prior sampling is the case that nothing was
/// measured: an inpainting mask without a true pixel, guidance none.
struct SamplingPlan {
    std::vector<Step> steps; ///< plannedSteps(); where a step leaves from more noise than there is, x is noised back to it
    const Denoiser& denoiser;
    const StepRule& stepRule;
    const Guidance& guidance;
    const Start& start;
    const MeasurementOperator& A; ///< linear, unless the guidance takes others too (GuidanceEntry::takesNonlinear)
    at::Tensor y;            ///< [1 or N, A.range()...] inside the range of A: zero where nothing was measured
    NoiseModel noiseModel;   ///< of y
    bool clipX0 = true;      ///< clamp every estimate to [-1,1]: right for pictures, wrong for an unbounded prior
};

/// Seen after every step. Tensors stay on the device and are valid during the call only.
struct StepReport {
    const Step& step;
    const at::Tensor& x0;       ///< [N,C,H,W], the corrected estimate
    const at::Tensor& residual; ///< [N], Euclidean norm of y - A x0
};

enum class AfterStep {
    goOn,
    keepEstimate, ///< stop here and return the current estimate
};

using StepObserver = std::function<AfterStep(const StepReport&)>;

/// How often sample() will call the denoiser.
int plannedEvaluations(const SamplingPlan& plan);

/// Samples the posterior, one sample for each of `noise`, in its dtype and on its device. Returns [N, A.domain()...]:
/// the mean of the last step, without noise, the measured part set to y if y is noiseless. Nothing here waits for the
/// device. The stop token is looked at before every evaluation, so the wait is at most one step. Throws Cancelled.
at::Tensor sample(const SamplingPlan& plan, NoiseSource& noise, const StepObserver& observe = {},
                  std::stop_token stop = {});

} // namespace palimpsest
