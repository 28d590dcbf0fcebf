// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operators/noise_model.h"

#include <ATen/ATen.h>

namespace palimpsest {

at::Tensor NoiseModel::applyTo(const at::Tensor& clean, NoiseSource& noise) const {
    return isNoiseless() ? clean : clean + sigmaY * noise.draw("measurement", clean.sizes().slice(1).vec());
}

} // namespace palimpsest
