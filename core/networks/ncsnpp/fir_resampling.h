// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/layers/convolution.h"
#include "core/networks/layers/resampling.h"

#include <ATen/core/Tensor.h>

#include <memory>

namespace palimpsest {

/// Twice or half a picture through the filter [1,3,3,1] in both directions; outside the picture are zeros, so its rim
/// grows darker. A picture of one colour keeps it elsewhere.
/// x: [N,C,H,W] of any floating dtype; results are channels-last. Differentiable once. On the CPU, float32 and
/// bfloat16 run in our own channels-last kernels; everything else in depth-wise convolutions.
/// Sources: Karras et al. 2020 (StyleGAN2), appendix B; Song et al. 2021 (score-based generative modeling), appendix H.

/// [N,C,2H,2W]: 2H rows of which row 2i is (x[i-1] + 3 x[i]) / 4 and row 2i + 1 is (3 x[i] + x[i+1]) / 4.
at::Tensor firUp(const at::Tensor& x);
/// [N,C,H/2,W/2], rounded down: row i is (x[2i-1] + 3 x[2i] + 3 x[2i+1] + x[2i+2]) / 8.
at::Tensor firDown(const at::Tensor& x);

/// The same for residual blocks; of kFirHalving height and width must be even.
extern const Resampling kFirHalving;
extern const Resampling kFirDoubling;

/// The two together with a 3x3 convolution, as StyleGAN2 joins them: the zeros are outside both.
/// convolution: weight [O,C,3,3], bias; its stride and padding are not looked at. Returns [N,O,2H,2W] and
/// [N,O,H/2,W/2].
at::Tensor firUpConvolved(const Convolution& convolution, const at::Tensor& x);
at::Tensor firDownConvolved(const Convolution& convolution, const at::Tensor& x,
                            const std::shared_ptr<PackedWeights>& packed);

} // namespace palimpsest
