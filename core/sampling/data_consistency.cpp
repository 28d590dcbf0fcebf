// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/data_consistency.h"

#include <ATen/ATen.h>

#include <cmath>

namespace palimpsest {

double estimateVariance(const Step& step, double pictureDeviation) {
    const double ofPicture = pictureDeviation * pictureDeviation;
    return ofPicture * (1 - step.alphaBar) / (step.alphaBar * ofPicture + 1 - step.alphaBar);
}

at::Tensor withMeasurement(const MeasurementOperator& A, const at::Tensor& x, const at::Tensor& y) {
    const LinearOperator* linear = A.asLinear();
    if (!linear || !linear->isSpectral()) {
        return A.projectOnMeasurement(x, y); // for linear ones the same, with one solution by iterations instead of two
    }
    return linear->nullSpaceComponent(x) + linear->pseudoInverse(y);
}

at::Tensor proximalStep(const MeasurementOperator& A, const at::Tensor& z, const at::Tensor& y, double rho) {
    return rho > 0 ? linearOf(A).proxL2(z, y, rho) : withMeasurement(A, z, y);
}

Prediction proximalEstimate(const Measurement& measurement, const StepContext& context, const Prediction& estimate,
                            double pictureDeviation) {
    const double sigmaY = measurement.noise.sigmaY;
    const double rho = sigmaY * sigmaY / estimateVariance(context.step, pictureDeviation);
    const at::Tensor x0 = proximalStep(*measurement.A, estimate.x0, measurement.yFor(estimate.x0), rho);
    return withX0(estimate, x0, context.xt, context.step);
}

bool allowsReplacement(const Measurement& measurement) {
    return measurement.noise.isNoiseless() || measurement.linear().isSpectral();
}

at::Tensor missingVariance(const Measurement& measurement, const Step& step, const at::Tensor& squaredSingularValues) {
    const double sigmaY = measurement.noise.sigmaY;
    return 1 - step.alphaBarNext - step.alphaBarNext * sigmaY * sigmaY / squaredSingularValues;
}

at::Tensor withNoisedMeasurement(const Measurement& measurement, const StepContext& context, const at::Tensor& next) {
    if (measurement.noise.isNoiseless()) {
        return withHardMeasurement(measurement, context, next);
    }
    const LinearOperator& A = measurement.linear();
    const auto variance = [&](const at::Tensor& squared) {
        return missingVariance(measurement, context.step, squared);
    };
    const auto usable = [&](const at::Tensor& squared) { return (variance(squared) >= 0).to(next.scalar_type()); };
    const auto missing = [&](const at::Tensor& squared) { return variance(squared).clamp_min(0).sqrt(); };
    const at::Tensor miss = std::sqrt(context.step.alphaBarNext) * measurement.yFor(next) - A.forward(next);
    const at::Tensor z = A.forward(context.noise.draw("measured part", context.domain));
    return next + A.pseudoInverse(A.filterMeasurement(miss, usable) + A.filterMeasurement(z, missing));
}

at::Tensor withHardMeasurement(const Measurement& measurement, const StepContext& context, const at::Tensor& next) {
    const LinearOperator& A = measurement.linear();
    const double level = context.step.sigmaNext();
    at::Tensor y = std::sqrt(context.step.alphaBarNext) * measurement.yFor(next);
    if (level > 0) {
        y = y + A.forward(level * context.noise.draw("measured part", context.domain));
    }
    return withMeasurement(A, next, y);
}

} // namespace palimpsest
