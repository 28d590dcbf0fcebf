// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/noise_source.h"

#include <ATen/core/Tensor.h>

namespace palimpsest {

/// Noise on a measurement: y = p(A x) + sigmaY n with white Gaussian n, and p the counting of light if `peak` is given:
/// p(c) = 2 / peak Poisson(peak (c + 1) / 2) - 1, for measurements in the model's range [-1,1] (black is -1).
struct NoiseModel {
    double sigmaY =
        0;           ///< standard deviation in units of the model's range [-1,1]: twice its value on pictures in [0,1]
    double peak = 0; ///< photons counted at white; 0: light is not counted

    bool isNoiseless() const { return sigmaY <= 0 && peak <= 0; }
    /// Whether the noise is the same everywhere, with the deviation sigmaY.
    bool isWhite() const { return peak <= 0; }
    /// The variance at each value of a clean measurement (or of an estimate of it), same shape: sigmaY^2 +
    /// 2 max(c + 1, 0) / peak, with at least the variance of one photon, so that it is a divisor everywhere.
    at::Tensor variance(const at::Tensor& clean) const;
    /// A clean measurement [N,...], made noisy with the purposes "photons" and "measurement" of `noise`.
    at::Tensor applyTo(const at::Tensor& clean, NoiseSource& noise) const;

    bool operator==(const NoiseModel&) const = default;
};

/// Throws Error(badArgument) for a level that is negative, NaN, or absurd: sigmaY above 2, which is more noise
/// than the range from black to white, or a peak below one photon.
void requireSensible(const NoiseModel& model);

} // namespace palimpsest
