// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/conditioned_norm.h"

#include <ATen/ATen.h>

namespace palimpsest {

at::Tensor conditionedNorm(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias,
                           const at::Tensor& scaleShift, const GroupNormOptions& options) {
    at::Tensor scale = weight.unsqueeze(0);
    at::Tensor offset = bias.unsqueeze(0);
    if (scaleShift.defined()) {
        const auto parts = scaleShift.chunk(2, 1);
        offset = at::addcmul(offset + parts[1], offset, parts[0]);
        scale = at::addcmul(scale, scale, parts[0]);
    }
    const std::int64_t samples = x.size(0);
    const std::int64_t channels = x.size(1);
    return groupNorm(x, scale.expand({samples, channels}), offset.expand({samples, channels}), options);
}

} // namespace palimpsest
