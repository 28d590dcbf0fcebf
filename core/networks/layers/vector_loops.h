// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/vector_levels.h"

#include <bit>
#include <cstdint>

namespace palimpsest {

/// BFloat16 values travel as their 16 bits.
PALIMPSEST_INLINE float load(float value) { return value; }
PALIMPSEST_INLINE float load(std::uint16_t value) { return std::bit_cast<float>(std::uint32_t{value} << 16); }

PALIMPSEST_INLINE void store(float& place, float value) { place = value; }

/// Rounds to the nearest even; a NaN stays one.
PALIMPSEST_INLINE void store(std::uint16_t& place, float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t rounded = (bits + 0x7fffU + ((bits >> 16) & 1U)) >> 16;
    const bool isNan = (bits & 0x7fffffffU) > 0x7f800000U;
    place = static_cast<std::uint16_t>(isNan ? 0x7fc0U : rounded);
}

} // namespace palimpsest
