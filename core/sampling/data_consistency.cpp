// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/data_consistency.h"

#include "core/base/error.h"

#include <ATen/ATen.h>

#include <cmath>

namespace palimpsest {
namespace {

const LinearOperator& linearOf(const MeasurementOperator& A) {
    if (const LinearOperator* linear = A.asLinear()) {
        return *linear;
    }
    throw Bug("this guidance is for linear measurements");
}

} // namespace

double estimateVariance(const Step& step, double pictureDeviation) {
    const double ofPicture = pictureDeviation * pictureDeviation;
    return ofPicture * (1 - step.alphaBar) / (step.alphaBar * ofPicture + 1 - step.alphaBar);
}

const LinearOperator& StepContext::linear() const { return linearOf(A); }

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

Prediction proximalEstimate(const StepContext& context, const Prediction& estimate, double pictureDeviation) {
    const double sigmaY = context.noiseModel.sigmaY;
    const double rho = sigmaY * sigmaY / estimateVariance(context.step, pictureDeviation);
    const at::Tensor x0 = proximalStep(context.A, estimate.x0, context.y, rho);
    return withX0(estimate, x0, context.xt.detach(), context.step);
}

bool canReplaceMeasuredPart(const StepContext& context) {
    return context.noiseModel.isNoiseless() || context.linear().isSpectral();
}

at::Tensor missingVariance(const StepContext& context, const at::Tensor& squaredSingularValues) {
    const double sigmaY = context.noiseModel.sigmaY;
    return 1 - context.step.alphaBarNext - context.step.alphaBarNext * sigmaY * sigmaY / squaredSingularValues;
}

at::Tensor withNoisedMeasurement(const StepContext& context, const at::Tensor& next) {
    if (context.noiseModel.isNoiseless()) {
        return withHardMeasurement(context, next);
    }
    const LinearOperator& A = context.linear();
    const auto usable = [&](const at::Tensor& squared) { return (missingVariance(context, squared) >= 0).to(next.scalar_type()); };
    const auto missing = [&](const at::Tensor& squared) { return missingVariance(context, squared).clamp_min(0).sqrt(); };
    const at::Tensor miss = std::sqrt(context.step.alphaBarNext) * context.y - A.forward(next);
    const at::Tensor z = A.forward(context.noise.draw("measured part", A.domain()));
    return next + A.pseudoInverse(A.filterMeasurement(miss, usable) + A.filterMeasurement(z, missing));
}

at::Tensor withHardMeasurement(const StepContext& context, const at::Tensor& next) {
    const double level = context.step.sigmaNext();
    at::Tensor y = std::sqrt(context.step.alphaBarNext) * context.y;
    if (level > 0) {
        y = y + context.linear().forward(level * context.noise.draw("measured part", context.A.domain()));
    }
    return withMeasurement(context.linear(), next, y);
}

} // namespace palimpsest
