// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/layers/group_norm.h"

namespace palimpsest {

/// Whether our kernels run on x's card, in its dtype (float32, bfloat16, float16). Tried once for each card.
bool hasCudaGroupNorm(const at::Tensor& x);

/// See groupNormForward. x: [N,C,H,W] channels-last on a GPU for which hasCudaGroupNorm holds; scale, offset: [N,C]
/// float32 there. Throws Bug if the kernels refuse what they were tried with.
GroupNormed cudaGroupNormForward(const at::Tensor& x, const at::Tensor& scale, const at::Tensor& offset,
                                 const GroupNormOptions& options);

struct GroupNormGradient {
    at::Tensor dx, dScale, dOffset;
};

/// dy, addend: as x; addend may be undefined.
GroupNormGradient cudaGroupNormBackward(const at::Tensor& x, const at::Tensor& dy, const at::Tensor& scale,
                                        const at::Tensor& offset, const GroupMoments& moments,
                                        const GroupNormOptions& options, const at::Tensor& addend);

} // namespace palimpsest
