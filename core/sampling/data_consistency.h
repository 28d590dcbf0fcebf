// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sampling/measurement.h"
#include "core/sampling/sampling_context.h"

#include <ATen/core/Tensor.h>

namespace palimpsest {

/// Standard deviation of the pixels of natural images in [-1,1]. The papers take 1, that of standardised data, or none
/// at all; with the real one an estimate from much noise is as certain as it should be.
constexpr double kPictureDeviation = 0.5;

/// Variance of x0 given x_t under a white prior of deviation d: d^2 s^2 / (alphaBar d^2 + s^2), s^2 = 1 - alphaBar.
/// Of the order of PiGDM's r_t^2, which is this with d = 1; DiffPIR's s^2 / alphaBar is its limit for large d.
double estimateVariance(const Step& step, double pictureDeviation = kPictureDeviation);

/// Hard data consistency: x with its range-space component A^+ A x replaced by A^+ y, its null-space component kept,
/// (I - A^+ A) x + A^+ y; for an A that is not linear, its projection.
at::Tensor withMeasurement(const MeasurementOperator& A, const at::Tensor& x, const at::Tensor& y);

/// argmin over x of |A x - y|^2 + rho |x - z|^2; its limit withMeasurement(A, z, y) for rho = 0. With rho = sigmaY^2 /
/// variance it is the mean of x given y where x ~ N(z, variance): small singular values do not amplify the noise of y.
/// Throws Bug for rho > 0 with an A that is not linear.
at::Tensor proximalStep(const MeasurementOperator& A, const at::Tensor& z, const at::Tensor& y, double rho);

/// Soft data consistency: the proximal step on the estimate with the variance of estimateVariance(), and eps made to
/// agree: the posterior mean and the score of the posterior for a white prior, whatever the singular values of A.
Prediction proximalEstimate(const Measurement& measurement, const StepContext& context, const Prediction& estimate,
                            double pictureDeviation = kPictureDeviation);

/// Whether the range-space component of x_t can be set from y at every noise level: y is noiseless, or A is spectral,
/// and so the noise of A^+ y known in each singular direction.
bool allowsReplacement(const Measurement& measurement);

/// withMeasurement for x_{t-1}, with y brought to the noise level of the time the step reaches: in the last step, y
/// itself. Noise that y already has counts: A^+ y has the deviation a' sigmaY / c where the singular value of A is c,
/// and only what is missing to that of x_{t-1} is added. Directions in which it has too much are left as they are in
/// `next`, since x_t there is y with exactly its own noise by now, and the prior may remove it. For those with
/// allowsReplacement().
at::Tensor withNoisedMeasurement(const Measurement& measurement, const StepContext& context, const at::Tensor& next);

/// (I - A^+ A) next + A^+ y + noise of the level of x_{t-1}, as if y had no noise of its own.
at::Tensor withHardMeasurement(const Measurement& measurement, const StepContext& context, const at::Tensor& next);

/// For a noisy y and a spectral A: variance that sqrt(alphaBar') A^+ y lacks to be as noisy as x_{t-1} in each singular
/// direction; negative where it is noisier.
at::Tensor missingVariance(const Measurement& measurement, const Step& step, const at::Tensor& squaredSingularValues);

} // namespace palimpsest
