// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/convolution.h"

#include <ATen/core/Tensor.h>

#include <memory>

namespace palimpsest {

/// skip(x) + conv2(norm2(conv1(norm1(x)))): group norms followed by SiLU, the second one scaled and shifted by a
/// condition, as in conditionedNorm. Source: Dhariwal & Nichol 2021, section 3.1.
struct ResidualBlock {
    struct Norm {
        at::Tensor weight, bias; ///< [C]
    };
    Norm norm1, norm2;
    Convolution conv1, conv2;
    Convolution skip; ///< without a weight: the identity
    int groups;
};

/// x: [N,C,H,W], overwritten if nobody else holds it, so move it in; scaleShift: [N,2C'] or undefined, without a graph if the weights are without gradients.
/// Where the graph is that of x alone it is one node, which keeps x and conv1(..), or x alone in a CheckpointScope.
at::Tensor residualBlock(const ResidualBlock& block, at::Tensor x, const at::Tensor& scaleShift,
                         const std::shared_ptr<PackedWeights>& packed);

} // namespace palimpsest
