// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/layers/resampling.h"

#include <ATen/ATen.h>

namespace palimpsest {

namespace {

at::Tensor means(const at::Tensor& x) { return at::avg_pool2d(x, 2); }

at::Tensor sums(const at::Tensor& x) { return at::avg_pool2d(x, 2, 2, 0, false, true, 1); }

at::Tensor copies(const at::Tensor& x) { return at::upsample_nearest2d(x, {2 * x.size(2), 2 * x.size(3)}); }

at::Tensor shares(const at::Tensor& x) { return copies(x * 0.25); }

} // namespace

const Resampling kHalving{means, shares};
const Resampling kDoubling{copies, sums};

} // namespace palimpsest
