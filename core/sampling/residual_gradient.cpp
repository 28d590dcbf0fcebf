// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/residual_gradient.h"

#include "core/tensor/shape.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>

#include <limits>

namespace palimpsest {

at::Tensor residualNormGradient(const Measurement& measurement, const StepContext& context) {
    const at::Tensor& x0 = context.prediction.x0;
    const at::Tensor residual = measurement.yFor(x0) - measurement.A->forward(x0.detach());
    // A zero residual stays zero when it is divided by the smallest number instead of by its norm.
    const at::Tensor norm = normPerSample(residual).clamp_min(std::numeric_limits<float>::min());
    const at::Tensor direction = residual / spreadOver(norm, residual.dim());
    return torch::autograd::grad({x0}, {context.xt}, {-measurement.A->vectorJacobian(x0.detach(), direction)}).front();
}

} // namespace palimpsest
