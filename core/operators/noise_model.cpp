// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operators/noise_model.h"

#include "core/base/error.h"

#include <ATen/ATen.h>

namespace palimpsest {
namespace {

constexpr double kLargestSigma = 2;
constexpr double kSmallestPeak = 1;

} // namespace

at::Tensor NoiseModel::variance(const at::Tensor& clean) const {
    if (isWhite()) {
        return at::full_like(clean, sigmaY * sigmaY);
    }
    const double photon = 2 / peak; // in units of the range
    return sigmaY * sigmaY + photon * (clean + 1).clamp_min(photon);
}

at::Tensor NoiseModel::applyTo(const at::Tensor& clean, NoiseSource& noise) const {
    at::Tensor y = clean;
    if (!isWhite()) {
        y = noise.drawPoisson("photons", (peak / 2) * (clean + 1).clamp_min(0)) * (2 / peak) - 1;
    }
    return sigmaY > 0 ? y + sigmaY * noise.draw("measurement", clean.sizes().slice(1).vec()) : y;
}

void requireSensible(const NoiseModel& model) {
    if (!(model.sigmaY >= 0 && model.sigmaY <= kLargestSigma)) {
        throw Error(ErrorCode::badArgument, "the noise level must be between 0 and 1 on pictures from 0 to 1",
                    "give a smaller level, or let it be estimated");
    }
    if (!(model.peak == 0 || model.peak >= kSmallestPeak)) {
        throw Error(ErrorCode::badArgument, "the number of photons at white must be at least 1",
                    "give 1 or more, or 0 for none");
    }
}

} // namespace palimpsest
