// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/checkpoints/state_dict.h"

#include <ATen/core/Tensor.h>

#include <string_view>
#include <vector>

namespace palimpsest {

/// A neural network of pictures. Weights start without requires_grad: forward() is then differentiable in x alone.
/// forward() may be called from several threads at once; everything else needs exclusive use.
class Network {
public:
    virtual ~Network() = default;

    /// x: [N,C,H,W] of any height and width, any float dtype; computed in the dtype of the weights, returned in x's.
    /// time: [N] float, the label that the family's original code passes: an index 0..T-1, or the noise's standard
    /// deviation; ignored (may be undefined) without a time embedding.
    /// Returns [N, outputChannels(), scale() H, scale() W].
    virtual at::Tensor forward(const at::Tensor& x, const at::Tensor& time) const = 0;
    /// Of a class-conditional network, which has to be told one; 0: it takes none.
    virtual int classes() const { return 0; }
    /// forward() of a class-conditional network. classes: [N] int64, each 0 <= class < classes(). Throws Bug of others.
    virtual at::Tensor forwardOfClass(const at::Tensor& x, const at::Tensor& time, const at::Tensor& classes) const;

    virtual int inputChannels() const = 0;
    virtual int outputChannels() const = 0;
    /// How many times wider and higher the result is.
    virtual int scale() const { return 1; }

    /// Name and weight in a fixed order. The tensors are the network's own.
    virtual std::vector<NamedTensor> parameters() const = 0;
    /// Copies the weights in, in the dtype and on the device the network has. Throws Error(badInput) naming the
    /// first tensor that is missing, left over or of another shape.
    virtual void load(const StateDict& weights) = 0;
    /// Moves the weights; those whose precision matters (norms, time embedding) stay float32 where dtype is a
    /// 16-bit type.
    virtual void to(at::Device device, at::ScalarType dtype) = 0;

    /// Id in the catalogue of architectures, and the configuration that builds the same network again.
    virtual std::string_view architecture() const = 0;
    virtual Json config() const = 0;
};

} // namespace palimpsest
