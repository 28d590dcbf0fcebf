// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/calibration.h"

#include "core/base/error.h"

#include <ATen/ATen.h>

#include <cmath>

namespace palimpsest {

double coverage(const at::Tensor& samples, const at::Tensor& truth, double nominal) {
    if (samples.dim() < 3 || samples.size(1) < 2 || truth.sizes() != samples.select(1, 0).sizes()) {
        throw Bug("coverage needs at least two samples [K,M,...] of each truth [K,...]");
    }
    constexpr double kNoDeviation = 1e-6; // of pictures in [-1,1]
    const at::Tensor all = samples.to(at::kDouble);
    const at::Tensor deviation = all.std(1);
    const at::Tensor varies = deviation > kNoDeviation;
    const double halfWidth = std::sqrt(2.0) * at::erfinv(at::scalar_tensor(nominal, at::kDouble)).item<double>();
    const double ofMean = std::sqrt(1 + 1.0 / static_cast<double>(samples.size(1)));
    const at::Tensor held = (truth.to(at::kDouble) - all.mean(1)).abs() <= halfWidth * ofMean * deviation;
    return (held & varies).sum().item<double>() / varies.sum().item<double>();
}

} // namespace palimpsest
