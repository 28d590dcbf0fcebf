// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/noise_source.h"

#include <ATen/core/Tensor.h>

namespace palimpsest {

/// White Gaussian noise on a measurement: y = A x + sigmaY n.
struct NoiseModel {
    double sigmaY = 0; ///< standard deviation in units of the model's range [-1,1]: twice its value on pictures in [0,1]

    bool isNoiseless() const { return sigmaY <= 0; }
    /// A clean measurement [N,...], made noisy with the purpose "measurement" of `noise`.
    at::Tensor applyTo(const at::Tensor& clean, NoiseSource& noise) const;

    bool operator==(const NoiseModel&) const = default;
};

} // namespace palimpsest
