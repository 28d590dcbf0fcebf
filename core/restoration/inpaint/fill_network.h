// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/network.h"

#include <ATen/core/Tensor.h>

#include <memory>

namespace palimpsest {

/// The feed-forward network that improves a first estimate of a hole in one evaluation. It sees the picture without the
/// hole, the hole, and the estimate, and answers with what to add to the estimate inside the hole.
class FillNetwork {
public:
    /// Throws Error(badInput) unless the network has 7 input and 3 output channels.
    explicit FillNetwork(std::shared_ptr<const Network> network);

    /// The mean over the first `views` (1 to 8) of the square's symmetries of what the network makes of the mirrored
    /// and turned input, turned back: `views` evaluations. known, estimate: [N,3,H,W] in [-1,1]; hole: [N,1,H,W] of 0
    /// and 1. Returns the picture with the hole filled, clamped to [-1,1]; outside the hole it is `known`.
    at::Tensor refine(const at::Tensor& known, const at::Tensor& hole, const at::Tensor& estimate, int views) const;

private:
    std::shared_ptr<const Network> network_;
};

} // namespace palimpsest
