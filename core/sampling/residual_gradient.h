// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sampling/measurement.h"
#include "core/sampling/sampling_context.h"

#include <ATen/core/Tensor.h>

namespace palimpsest {

/// Gradient with respect to x_t of |y - A x0(x_t)|, the Euclidean norm (not squared) of each sample on its own:
/// [N,C,H,W]. At a perfect fit the norm has no gradient; 0, a subgradient, is returned there. Frees the graph of
/// context.prediction. The operator's own Jacobian is used, it need not be differentiable by autograd.
at::Tensor residualNormGradient(const Measurement& measurement, const StepContext& context);

} // namespace palimpsest
