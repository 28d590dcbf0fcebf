// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/layers/group_norm.h"

namespace palimpsest {

/// Group norm with learned weight and bias [C] whose result a condition may scale and shift before the activation:
/// (normed * weight + bias) * (1 + scale) + shift.
/// scaleShift: [N,2C], scale first; undefined: no condition. For dtypes and layouts see groupNorm.
/// Source: Dhariwal & Nichol 2021, section 3.1 (adaptive group normalization; there y_s = 1 + scale).
at::Tensor conditionedNorm(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias,
                           const at::Tensor& scaleShift, const GroupNormOptions& options);

/// What conditionedNorm gives to groupNorm.
struct NormAffine {
    at::Tensor scale, offset; ///< [N,C]
};
NormAffine conditionedAffine(const at::Tensor& weight, const at::Tensor& bias, const at::Tensor& scaleShift,
                             std::int64_t samples);

} // namespace palimpsest
