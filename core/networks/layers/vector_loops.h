// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>

/// For source files of plain loops over channels, which the compiler turns into vector code, once for each level of the
/// x86-64 instruction set; the best one is picked when the program starts. What such a function calls is inline.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&               \
    !defined(__SANITIZE_THREAD__)
#define PALIMPSEST_VECTOR_LEVELS __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define PALIMPSEST_VECTOR_LEVELS
#endif
#define PALIMPSEST_INLINE static inline __attribute__((always_inline))

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
