// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/networks/network.h"
#include "core/training/training_picture.h"

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace palimpsest {

/// What one step of training sees. Float32, on the CPU.
struct TrainingBatch {
    at::Tensor input;  ///< [N,C,S,S] of the network
    at::Tensor time;   ///< [N], or undefined
    at::Tensor target; ///< [N,3,S,S]
    at::Tensor weight; ///< fill: the hole [N,1,S,S]; diffusion: one weight per sample [N,1,1,1]
};

/// How well the network does on the validation set.
struct Validation {
    Message summary;  ///< one line for the log
    RgbPicture sheet; ///< rows of pictures
};

/// What a network learns: the data it sees, the loss, and how it is validated.
class Objective {
public:
    virtual ~Objective() = default;
    /// The batch of a step: a function of the step alone. Called from several threads at once.
    virtual TrainingBatch batch(std::int64_t step) const = 0;
    /// Scalar, differentiable in the network's weights.
    virtual at::Tensor loss(const Network& network, const TrainingBatch& batch) const = 0;
    virtual Validation validate(const Network& network) const = 0;
};

} // namespace palimpsest
