// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operators/block_cosines.h"

#include <ATen/ATen.h>

#include <cmath>

namespace palimpsest {

at::Tensor blockCosines() {
    const at::Tensor place = at::arange(kJpegBlock, at::kDouble);
    const at::Tensor matrix =
        (place.unsqueeze(1) * (2 * place + 1) * (M_PI / (2 * kJpegBlock))).cos() * std::sqrt(2.0 / kJpegBlock);
    matrix[0] *= std::sqrt(0.5);
    return matrix;
}

} // namespace palimpsest
