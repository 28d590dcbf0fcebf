// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/layers/mirror_padding.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace palimpsest {
namespace {

/// Which of `side` places stand in the places from 0 to `length`, walking back and forth: 0 1 2 1 0 1 ...
at::Tensor mirroredPlaces(std::int64_t side, std::int64_t length, const at::Device& device) {
    const std::int64_t period = std::max<std::int64_t>(1, 2 * (side - 1));
    const at::Tensor place = at::arange(length, at::TensorOptions(at::kLong).device(device)).remainder(period);
    return at::minimum(place, period - place);
}

at::Tensor mirrored(const at::Tensor& x, std::int64_t dimension, std::int64_t multiple) {
    const std::int64_t side = x.size(dimension);
    const std::int64_t length = (side + multiple - 1) / multiple * multiple;
    return length > side ? x.index_select(dimension, mirroredPlaces(side, length, x.device())) : x;
}

} // namespace

at::Tensor paddedToMultiple(const at::Tensor& x, std::int64_t multiple) {
    return mirrored(mirrored(x, 2, multiple), 3, multiple);
}

} // namespace palimpsest
