// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/containers/checked_shape.h"

namespace palimpsest {

std::optional<std::uint64_t> checkedByteCount(std::span<const std::int64_t> shape, std::size_t elementBytes) {
    auto bytes = static_cast<std::int64_t>(elementBytes);
    bool empty = false;
    for (const std::int64_t side : shape) {
        empty = empty || side == 0;
        if (side < 0 || __builtin_mul_overflow(bytes, side == 0 ? 1 : side, &bytes)) {
            return std::nullopt;
        }
    }
    return empty ? 0 : static_cast<std::uint64_t>(bytes);
}

std::optional<std::uint64_t> checkedReach(std::int64_t offset, std::span<const std::int64_t> shape,
                                          std::span<const std::int64_t> strides) {
    std::int64_t last = offset;
    bool empty = false;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        std::int64_t step = 0;
        if (shape[i] < 0 || strides[i] < 0) {
            return std::nullopt;
        }
        empty = empty || shape[i] == 0;
        if (shape[i] > 0 &&
            (__builtin_mul_overflow(shape[i] - 1, strides[i], &step) || __builtin_add_overflow(last, step, &last))) {
            return std::nullopt;
        }
    }
    std::int64_t reach = 0;
    if (offset < 0 || __builtin_add_overflow(last, std::int64_t{1}, &reach)) {
        return std::nullopt;
    }
    return empty ? 0 : static_cast<std::uint64_t>(reach);
}

} // namespace palimpsest
