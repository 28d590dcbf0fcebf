// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sampling/sampling_context.h"

#include <ATen/core/Tensor.h>

namespace palimpsest {

/// x with its measured part replaced by the measurement: (I - A^+ A) x + A^+ y.
at::Tensor withMeasurement(const LinearOperator& A, const at::Tensor& x, const at::Tensor& y);

/// Variance of the noise that sqrt(alphaBar') y lacks to be as noisy as x_{t-1}. Negative: y is noisier than x_{t-1} may
/// be and cannot serve as its measured part any more.
double missingVariance(const StepContext& context);

/// withMeasurement for x_{t-1}, with y brought to the noise level of the time the step reaches: in the last step, y itself.
/// Noise that y already has counts: only what is missing is added, and once the level is below the noise of y, `next`
/// is returned as it is, since x_t then is y with exactly its own noise and the prior may remove it. Exact if the
/// singular values of A are 0 and 1; for others the noise of A^+ y is not white.
at::Tensor withNoisedMeasurement(const StepContext& context, const at::Tensor& next);

} // namespace palimpsest
