// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"
#include "core/image/mask.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace palimpsest {

/// An image of the given channel values.
template <typename Value>
Image imageOf(Size size, int channels, const std::vector<Value>& values) {
    std::vector<std::byte> bytes(values.size() * sizeof(Value));
    std::memcpy(bytes.data(), values.data(), bytes.size());
    constexpr PixelDepth kDepth = sizeof(Value) == 1   ? PixelDepth::uint8
                                  : sizeof(Value) == 2 ? PixelDepth::uint16
                                                       : PixelDepth::float32;
    return {size, channels, kDepth, std::move(bytes)};
}

/// 0 .. 255, different for neighbours and channels; the formula is that of the scripts that made reference values.
inline int patternAt(int x, int y, int channel) { return (x * 7 + y * 13 + channel * 29 + (x * y) % 17 * 5) % 256; }

/// A picture of the pattern at any depth.
inline Image patterned(Size size, int channels, PixelDepth depth) {
    std::vector<std::uint8_t> bytes;
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            for (int channel = 0; channel < channels; ++channel) {
                bytes.push_back(static_cast<std::uint8_t>(patternAt(x, y, channel)));
            }
        }
    }
    if (depth == PixelDepth::uint16) {
        std::vector<std::uint16_t> words(bytes.begin(), bytes.end());
        std::ranges::for_each(
            words, [](std::uint16_t& value) { value = static_cast<std::uint16_t>(value * 257 + value % 7 - 3); });
        return imageOf(size, channels, words);
    }
    if (depth == PixelDepth::float32) {
        std::vector<float> floats(bytes.begin(), bytes.end());
        std::ranges::for_each(floats, [](float& value) { value = value / 255 + 1e-5f; });
        return imageOf(size, channels, floats);
    }
    return imageOf(size, channels, bytes);
}

/// 255 on the pixels of a disc.
inline Mask discMask(Size size, int centreX, int centreY, int radius) {
    Mask mask(size);
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            if ((x - centreX) * (x - centreX) + (y - centreY) * (y - centreY) < radius * radius) {
                mask.set(x, y, 255);
            }
        }
    }
    return mask;
}

} // namespace palimpsest
