// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/display_mapping.h"

#include "core/base/error.h"
#include "core/image/resample.h"

#include <algorithm>

namespace palimpsest {
namespace {

constexpr int kSquare = 8;
constexpr std::uint32_t kLightSquare = 0xffcccccc;
constexpr std::uint32_t kDarkSquare = 0xff999999;

std::uint32_t toByte(std::uint8_t value) { return value; }
std::uint32_t toByte(std::uint16_t value) { return (value * 255u + 32895u) >> 16; }
std::uint32_t toByte(float value) {
    return value > 0 ? static_cast<std::uint32_t>(std::min(value, 1.0f) * 255 + 0.5f) : 0;
}

/// Divides by 255 with rounding, exactly for all products of two bytes.
std::uint32_t dividedBy255(std::uint32_t product) { return (product + 128 + ((product + 128) >> 8)) >> 8; }

std::uint32_t mixed(std::uint32_t colour, std::uint32_t behind, std::uint32_t alpha) {
    std::uint32_t result = 0xff000000;
    for (int shift = 0; shift < 24; shift += 8) {
        const std::uint32_t above = colour >> shift & 255;
        const std::uint32_t below = behind >> shift & 255;
        result |= dividedBy255(above * alpha + below * (255 - alpha)) << shift;
    }
    return result;
}

class Backdrop {
public:
    Backdrop(const DisplayMapping& mapping, Rect area) : mapping_(mapping), area_(area) {}

    std::uint32_t at(int x, int y) const {
        if (mapping_.backdrop == DisplayMapping::Backdrop::plain) {
            return mapping_.plainColour | 0xff000000;
        }
        return ((x + area_.x) / kSquare + (y + area_.y) / kSquare) % 2 == 0 ? kLightSquare : kDarkSquare;
    }

private:
    const DisplayMapping& mapping_;
    Rect area_; ///< of the frame within the document
};

template <typename Value, int kChannels>
void packRow(const Value* source, std::uint32_t* target, int width, int y, const Backdrop& backdrop) {
    constexpr int kGreen = kChannels >= 3 ? 1 : 0;
    constexpr int kBlue = kChannels >= 3 ? 2 : 0;
    for (int x = 0; x < width; ++x, source += kChannels) {
        target[x] = 0xff000000 | toByte(source[0]) << 16 | toByte(source[kGreen]) << 8 | toByte(source[kBlue]);
        if constexpr (kChannels % 2 == 0) {
            if (const std::uint32_t alpha = toByte(source[kChannels - 1]); alpha < 255) {
                target[x] = mixed(target[x], backdrop.at(x, y), alpha);
            }
        }
    }
}

template <typename Value>
void packRow(const Image& image, std::uint32_t* target, int y, const Backdrop& backdrop) {
    const Value* source = image.rowAs<Value>(y);
    switch (image.channels()) {
    case 1:
        return packRow<Value, 1>(source, target, image.width(), y, backdrop);
    case 2:
        return packRow<Value, 2>(source, target, image.width(), y, backdrop);
    case 3:
        return packRow<Value, 3>(source, target, image.width(), y, backdrop);
    default:
        return packRow<Value, 4>(source, target, image.width(), y, backdrop);
    }
}

void packRow(const Image& image, std::uint32_t* target, int y, const Backdrop& backdrop) {
    switch (image.depth()) {
    case PixelDepth::uint8:
        return packRow<std::uint8_t>(image, target, y, backdrop);
    case PixelDepth::uint16:
        return packRow<std::uint16_t>(image, target, y, backdrop);
    case PixelDepth::float32:
        return packRow<float>(image, target, y, backdrop);
    }
}

} // namespace

DisplayFrame displayFrame(const Image& image, const DisplayMapping& mapping) {
    const Rect whole{0, 0, image.width(), image.height()};
    const Rect area = mapping.area.isEmpty() ? whole : mapping.area;
    const Size size = mapping.size.isEmpty() ? area.size() : mapping.size;
    const Image part = area == whole ? image : cropped(image, area);
    const Image frame = size == area.size() ? part : resampled(part, size);
    const Backdrop backdrop(mapping, size == area.size() ? area : Rect{0, 0, size.width, size.height});
    auto pixels = std::make_shared<std::vector<std::uint32_t>>(static_cast<std::size_t>(size.area()));
    for (int y = 0; y < size.height; ++y) {
        packRow(frame, pixels->data() + static_cast<std::size_t>(y) * size.width, y, backdrop);
    }
    return {area, size, std::move(pixels)};
}

} // namespace palimpsest
