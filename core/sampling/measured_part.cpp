// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/measured_part.h"

#include <ATen/ATen.h>

#include <cmath>

namespace palimpsest {

at::Tensor withMeasurement(const LinearOperator& A, const at::Tensor& x, const at::Tensor& y) {
    return A.projectOnComplement(x) + A.pseudoInverse(y);
}

double missingVariance(const StepContext& context) {
    const double signal = context.step.alphaBarNext;
    const double sigmaY = context.noiseModel.sigmaY;
    return 1 - signal - signal * sigmaY * sigmaY;
}

at::Tensor withNoisedMeasurement(const StepContext& context, const at::Tensor& next) {
    const double missing = missingVariance(context);
    if (missing < 0) {
        return next;
    }
    at::Tensor y = std::sqrt(context.step.alphaBarNext) * context.y;
    if (missing > 0) {
        y = y + context.A.forward(std::sqrt(missing) * context.noise.draw("measured part", context.A.domain()));
    }
    return withMeasurement(context.A, next, y);
}

} // namespace palimpsest
