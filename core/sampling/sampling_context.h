// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/denoisers/denoiser.h"
#include "core/schedules/step.h"
#include "core/tensor/noise_source.h"
#include "core/tensor/shape.h"

#include <ATen/core/Tensor.h>

#include <span>

namespace palimpsest {

/// What the step before did: all that a multistep rule may remember.
struct PastStep {
    Step step;
    Prediction estimate; ///< the corrected one, as advance() got it
};

/// What a step rule and a guidance may see during one step. References only; valid for that step.
struct StepContext {
    const Step& step;
    const at::Tensor& xt;         ///< [N,C,H,W]; requires grad if the guidance asked for the graph
    const Prediction& prediction; ///< of the denoiser at xt, clipped if the plan clips; carries the graph if asked for
    const Denoiser& denoiser;     ///< clips as the plan says; only for those that declare further evaluations
    const Shape& domain;          ///< [C,H,W] of one sample: what noise is drawn in
    NoiseSource& noise;
    std::span<const Step> ahead = {}; ///< the steps from this one to the end of the run
    bool clipsX0 = false;             ///< estimates are of pictures in [-1,1]
    const PastStep* past = nullptr;   ///< null in the first step and after a travel back in time
};

} // namespace palimpsest
