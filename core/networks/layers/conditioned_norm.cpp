// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/layers/conditioned_norm.h"

#include <ATen/ATen.h>

namespace palimpsest {

NormAffine conditionedAffine(const at::Tensor& weight, const at::Tensor& bias, const at::Tensor& scaleShift,
                             std::int64_t samples) {
    at::Tensor scale = weight.unsqueeze(0);
    at::Tensor offset = bias.unsqueeze(0);
    if (scaleShift.defined()) {
        const auto parts = scaleShift.chunk(2, 1);
        offset = at::addcmul(offset + parts[1], offset, parts[0]);
        scale = at::addcmul(scale, scale, parts[0]);
    }
    return {scale.expand({samples, weight.size(0)}), offset.expand({samples, weight.size(0)})};
}

at::Tensor conditionedNorm(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias,
                           const at::Tensor& scaleShift, const GroupNormOptions& options) {
    const NormAffine affine = conditionedAffine(weight, bias, scaleShift, x.size(0));
    return groupNorm(x, affine.scale, affine.offset, options);
}

} // namespace palimpsest
