// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/layers/convolution.h"
#include "core/networks/layers/resampling.h"

#include <ATen/core/Tensor.h>

#include <memory>

namespace palimpsest {

/// (skip(resample(x)) + conv2(norm2(conv1(resample(norm1(x)))))) / divisor: group norms followed by SiLU, told of the
/// time by a condition. Sources: Dhariwal & Nichol 2021, section 3.1; Ho et al. 2020, appendix B (added embedding);
/// Song et al. 2021, appendix H (resampling inside, division by sqrt(2)).
struct ResidualBlock {
    struct Norm {
        at::Tensor weight, bias; ///< [C]
        int groups;
        double epsilon = 1e-5;
    };
    Norm norm1, norm2;
    Convolution conv1, conv2;
    Convolution skip;                       ///< without a weight: the identity
    const Resampling* resampling = nullptr; ///< one of static duration, or none
    double divisor = 1;
};

/// x: [N,C,H,W], overwritten if nobody else holds it, so move it in.
/// condition: [N,2C'] scales and shifts the result of norm2, as in conditionedNorm; [N,C'] is added to the result of
/// conv1, whose channels are C'; undefined: none. Without a graph if the weights are without gradients.
/// Where the graph is that of x alone it is one node, which keeps x and conv1(..), or x alone in a CheckpointScope.
at::Tensor residualBlock(const ResidualBlock& block, at::Tensor x, const at::Tensor& condition,
                         const std::shared_ptr<PackedWeights>& packed);

} // namespace palimpsest
