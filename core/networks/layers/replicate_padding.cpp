// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/layers/replicate_padding.h"

#include <ATen/ATen.h>

namespace palimpsest {

at::Tensor paddedToMultiple(const at::Tensor& x, std::int64_t multiple) {
    const std::int64_t below = (multiple - x.size(2) % multiple) % multiple;
    const std::int64_t right = (multiple - x.size(3) % multiple) % multiple;
    return below > 0 || right > 0 ? at::replication_pad2d(x, {0, right, 0, below}) : x;
}

} // namespace palimpsest
