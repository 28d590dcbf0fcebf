// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/containers/tensor_info.h"

#include <span>

namespace palimpsest {

/// LibTorch iterates over at most this many dimensions.
inline constexpr std::size_t kMostDimensions = 64;

/// Bytes of a tensor; none if a dimension is negative or the bytes do not fit 63 bits (also without the dimensions of
/// length 0).
std::optional<std::uint64_t> checkedByteCount(std::span<const std::int64_t> shape, std::size_t elementBytes);

/// One past the furthest element, counted from the storage's start, of a strided view; 0 if it has no element, none
/// if a number is negative or the sum does not fit 63 bits.
std::optional<std::uint64_t> checkedReach(std::int64_t offset, std::span<const std::int64_t> shape,
                                          std::span<const std::int64_t> strides);

} // namespace palimpsest
