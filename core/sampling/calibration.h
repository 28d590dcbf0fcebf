// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace palimpsest {

/// Empirical coverage: how often an interval around the mean of the samples holds the ground truth. samples: [K, M,
/// ...], M >= 2 samples of each of K posteriors; truth: [K, ...]; nominal in (0,1): the coverage that the interval
/// claims, 0.95 for
/// +-1.96 deviations. The deviation is widened by sqrt(1 + 1/M) for the mean being of M samples only. Values that do
/// not vary (known without noise) do not count. In [0,1]: nominal for a calibrated sampler of a Gaussian posterior,
/// less for an overconfident one. NaN if nothing varies. Waits for the device.
double coverage(const at::Tensor& samples, const at::Tensor& truth, double nominal);

} // namespace palimpsest
