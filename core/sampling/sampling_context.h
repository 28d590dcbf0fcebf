// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/denoisers/denoiser.h"
#include "core/operators/linear_operator.h"
#include "core/operators/noise_model.h"
#include "core/schedules/step.h"
#include "core/tensor/noise_source.h"

#include <ATen/core/Tensor.h>

namespace palimpsest {

/// What a step rule and a guidance may see during one step. References only; valid for that step.
struct StepContext {
    const Step& step;
    const at::Tensor& xt;         ///< [N,C,H,W]; requires grad if the guidance asked for the graph
    const Prediction& prediction; ///< of the denoiser at xt, clipped if the plan clips; carries the graph if asked for
    const Denoiser& denoiser;     ///< only for those that declare extraEvaluations()
    const LinearOperator& A;
    const at::Tensor& y;          ///< [N, A.range()...]
    const NoiseModel& noiseModel; ///< of y
    NoiseSource& noise;
};

} // namespace palimpsest
