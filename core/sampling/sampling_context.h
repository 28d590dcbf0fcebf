// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/denoisers/denoiser.h"
#include "core/operators/linear_operator.h"
#include "core/operators/noise_model.h"
#include "core/schedules/step.h"
#include "core/tensor/noise_source.h"

#include <ATen/core/Tensor.h>

#include <span>

namespace palimpsest {

/// What the step before did: all that a multistep rule may remember.
struct PastStep {
    Step step;
    Prediction estimate; ///< the corrected one, without graph
};

/// What a step rule and a guidance may see during one step. References only; valid for that step.
struct StepContext {
    const Step& step;
    const at::Tensor& xt;         ///< [N,C,H,W]; requires grad if the guidance asked for the graph
    const Prediction& prediction; ///< of the denoiser at xt, clipped if the plan clips; carries the graph if asked for
    const Denoiser& denoiser;     ///< clips as the plan says; only for those that declare extraEvaluations()
    const MeasurementOperator& A;
    const at::Tensor& y;          ///< [N, A.range()...]
    const NoiseModel& noiseModel; ///< of y
    NoiseSource& noise;
    std::span<const Step> ahead = {}; ///< the steps from this one to the end of the run
    bool clipsX0 = false;             ///< estimates are of pictures in [-1,1]
    const PastStep* past = nullptr;   ///< null in the first step and after a travel back in time

    /// A, for guidances that need a linear one (GuidanceEntry::takesNonlinear says which do not). Throws Bug.
    const LinearOperator& linear() const;
};

} // namespace palimpsest
