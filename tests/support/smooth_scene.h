// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace palimpsest {

/// Smooth, so that blurs and enlargements have something to find; whole numbers only.
inline Image scene(Size size, int channels, PixelDepth depth = PixelDepth::uint8) {
    std::vector<std::byte> pixels;
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            for (int c = 0; c < channels; ++c) {
                const double wave = 0.5 + 0.3 * std::sin(0.31 * x + c) * std::cos(0.23 * y - 0.5 * c);
                const auto value = static_cast<std::uint16_t>(wave * (depth == PixelDepth::uint8 ? 255 : 65535));
                pixels.push_back(static_cast<std::byte>(value & 255));
                if (depth == PixelDepth::uint16) {
                    pixels.push_back(static_cast<std::byte>(value >> 8));
                }
            }
        }
    }
    return {size, channels, depth, std::move(pixels)};
}

} // namespace palimpsest
