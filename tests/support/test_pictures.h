// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"
#include "core/image/mask.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <vector>

namespace palimpsest {

/// A picture whose stored values are `value(x, y, channel)`.
template <typename T>
Image pictureOf(Size size, int channels, const std::function<T(int, int, int)>& value) {
    std::vector<T> values;
    values.reserve(static_cast<std::size_t>(size.area()) * static_cast<std::size_t>(channels));
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            for (int channel = 0; channel < channels; ++channel) {
                values.push_back(value(x, y, channel));
            }
        }
    }
    std::vector<std::byte> bytes(values.size() * sizeof(T));
    std::memcpy(bytes.data(), values.data(), bytes.size());
    const PixelDepth depth = sizeof(T) == 1   ? PixelDepth::uint8
                             : sizeof(T) == 2 ? PixelDepth::uint16
                                              : PixelDepth::float32;
    return {size, channels, depth, std::move(bytes)};
}

/// RGB of 8 bits in which no two neighbours are alike: columns in red, rows in green, their mixture in blue.
inline Image patternedPicture(Size size) {
    return pictureOf<std::uint8_t>(size, 3, [](int x, int y, int channel) {
        const int value = channel == 0 ? 7 * x : channel == 1 ? 13 * y : 31 * x + 57 * y;
        return static_cast<std::uint8_t>(value % 256);
    });
}

/// One value in every channel and pixel.
inline Image directReconstruction(Size size, std::uint8_t value, int channels = 3) {
    return pictureOf<std::uint8_t>(size, channels, [value](int, int, int) { return value; });
}

/// A mask whose values are `value(x, y)`.
inline Mask maskOf(Size size, const std::function<int(int, int)>& value) {
    Mask mask(size);
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            mask.set(x, y, static_cast<std::uint8_t>(value(x, y)));
        }
    }
    return mask;
}

} // namespace palimpsest
