// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/network.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>
#include <vector>

namespace palimpsest {

/// The float32 originals of a network's weights in one flat tensor, matrices and kernels first, vectors (biases, norms)
/// after them, so that an optimiser is a few operations. The network itself computes with copies in its own dtype.
class MasterWeights {
public:
    /// Copies the network's float32 weights as they are, then moves the network to `device` and `compute`. The network
    /// must outlive this, and not be moved again.
    MasterWeights(Network& network, at::Device device, at::ScalarType compute);

    at::Tensor& flat() { return flat_; }
    const at::Tensor& flat() const { return flat_; }
    /// How many values, from the first, weight decay applies to.
    std::int64_t decayedCount() const { return decayedCount_; }
    /// Copies the originals into the network, and asks it for gradients.
    void publish();
    /// The gradients of the network's weights as one flat float32 tensor; forgets them in the network.
    at::Tensor takeGradient();
    /// Views of a flat tensor of this layout under the names of the weights, with `prefix` before each.
    void addNamed(StateDict& to, const std::string& prefix, const at::Tensor& flat) const;
    /// The reverse: copies named tensors into `flat`. Throws Error(badInput) if one is missing or of another shape.
    void readNamed(const StateDict& from, const std::string& prefix, at::Tensor& flat) const;

private:
    struct Part {
        std::string name;
        at::Tensor weight; ///< the network's own
        std::int64_t offset;
    };
    void collect(Network& network);
    at::Tensor view(const at::Tensor& flat, const Part& part) const;

    std::vector<Part> parts_;
    at::Tensor flat_;
    std::int64_t decayedCount_ = 0;
};

} // namespace palimpsest
