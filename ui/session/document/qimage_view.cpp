// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/document/qimage_view.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>

namespace palimpsest::ui {
namespace {

std::uint32_t toByte(std::uint8_t value) { return value; }

std::uint32_t toByte(std::uint16_t value) { return (value * 255u + 32767u) / 65535u; }

std::uint32_t toByte(float value) {
    return value > 0 ? static_cast<std::uint32_t>(std::lround(std::min(value, 1.0f) * 255)) : 0; // NaN is not above 0
}

/// One row of pixels; `kChannels` is known at compile time so that the loop has no branches.
template <int kChannels, typename T>
void convertRow(const T* from, std::uint32_t* to, int width) {
    constexpr bool kColour = kChannels >= 3;
    for (int x = 0; x < width; ++x, from += kChannels) {
        const std::uint32_t red = toByte(from[0]);
        const std::uint32_t green = kColour ? toByte(from[kColour ? 1 : 0]) : red;
        const std::uint32_t blue = kColour ? toByte(from[kColour ? 2 : 0]) : red;
        if constexpr (kChannels == 2 || kChannels == 4) {
            const auto rgb = qRgba(int(red), int(green), int(blue), int(toByte(from[kChannels - 1])));
            to[x] = qPremultiply(rgb);
        } else {
            to[x] = 0xff000000u | red << 16 | green << 8 | blue;
        }
    }
}

template <int kChannels, typename T>
void convert(const Image& image, QImage& target) {
    for (int y = 0; y < image.height(); ++y) {
        convertRow<kChannels>(image.rowAs<T>(y), reinterpret_cast<std::uint32_t*>(target.scanLine(y)), image.width());
    }
}

template <typename T>
void convert(const Image& image, QImage& target) {
    switch (image.channels()) {
    case 1:
        return convert<1, T>(image, target);
    case 2:
        return convert<2, T>(image, target);
    case 3:
        return convert<3, T>(image, target);
    case 4:
        return convert<4, T>(image, target);
    default:
        throw Bug("a picture has one to four channels");
    }
}

} // namespace

QImage qimageView(const DisplayFrame& frame) {
    if (frame.size.isEmpty() || !frame.pixels) {
        return {};
    }
    if (frame.pixels->size() < static_cast<std::size_t>(frame.size.area())) {
        throw Bug("a display frame has fewer pixels than its size says");
    }
    using Owner = std::shared_ptr<const std::vector<std::uint32_t>>;
    auto owner = std::make_unique<Owner>(frame.pixels);
    const auto* bytes = reinterpret_cast<const uchar*>(frame.pixels->data());
    return {bytes,
            frame.size.width,
            frame.size.height,
            frame.size.width * 4,
            QImage::Format_RGB32,
            [](void* held) { delete static_cast<Owner*>(held); },
            owner.release()};
}

QImage toQImage(const Image& image) {
    if (image.isNull()) {
        return {};
    }
    const auto format = image.hasAlpha() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32;
    QImage target(image.width(), image.height(), format);
    if (target.isNull()) {
        throw Error(ErrorCode::outOfMemory, "there is not enough free memory to show this picture",
                    "close other programs, or open a smaller picture");
    }
    switch (image.depth()) {
    case PixelDepth::uint8:
        convert<std::uint8_t>(image, target);
        break;
    case PixelDepth::uint16:
        convert<std::uint16_t>(image, target);
        break;
    case PixelDepth::float32:
        convert<float>(image, target);
        break;
    }
    return target;
}

} // namespace palimpsest::ui
