// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/document/clipboard_image.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

namespace palimpsest::ui {
namespace {

template <typename T>
void copyRow(const Image& image, int y, T* out) {
    constexpr double kScale = static_cast<T>(~T{0});
    for (int x = 0; x < image.width(); ++x) {
        for (int c = 0; c < 4; ++c) {
            const bool isAlpha = c == 3;
            const int source = isAlpha ? image.channels() - 1 : std::min(c, image.colourChannels() - 1);
            const double value = isAlpha && !image.hasAlpha() ? 1.0 : image.valueAt(x, y, source);
            *out++ = static_cast<T>(std::lround(std::clamp(std::isnan(value) ? 0.0 : value, 0.0, 1.0) * kScale));
        }
    }
}

struct Layout {
    QImage::Format format;
    int storedChannels; ///< in QImage's row
    int channels;       ///< that are taken
    PixelDepth depth;
};

Layout layoutFor(const QImage& image) {
    const bool isDeep = image.depth() > 32 || image.format() == QImage::Format_Grayscale16;
    if (isDeep) {
        return {QImage::Format_RGBA64, 4, image.hasAlphaChannel() ? 4 : 3, PixelDepth::uint16};
    }
    if (image.isGrayscale() && !image.hasAlphaChannel()) {
        return {QImage::Format_Grayscale8, 1, 1, PixelDepth::uint8};
    }
    return {QImage::Format_RGBA8888, 4, image.hasAlphaChannel() ? 4 : 3, PixelDepth::uint8};
}

} // namespace

QImage toClipboard(const Image& image) {
    const bool isDeep = image.depth() != PixelDepth::uint8;
    QImage out(image.width(), image.height(), isDeep ? QImage::Format_RGBA64 : QImage::Format_RGBA8888);
    for (int y = 0; y < image.height(); ++y) {
        if (isDeep) {
            copyRow(image, y, reinterpret_cast<std::uint16_t*>(out.scanLine(y)));
        } else {
            copyRow(image, y, out.scanLine(y));
        }
    }
    return image.hasAlpha() ? out : out.convertToFormat(isDeep ? QImage::Format_RGBX64 : QImage::Format_RGB32);
}

Image fromClipboard(const QImage& image) {
    const Layout layout = layoutFor(image);
    const QImage source = image.convertToFormat(layout.format);
    const int bytes = byteSizeOf(layout.depth);
    const Size size{source.width(), source.height()};
    std::vector<std::byte> pixels(static_cast<std::size_t>(size.area()) * layout.channels * bytes);
    auto* out = pixels.data();
    for (int y = 0; y < size.height; ++y) {
        const uchar* row = source.constScanLine(y);
        for (int x = 0; x < size.width; ++x) {
            std::memcpy(out, row + std::size_t(x) * layout.storedChannels * bytes,
                        std::size_t(layout.channels) * bytes);
            out += layout.channels * bytes;
        }
    }
    return Image(size, layout.channels, layout.depth, std::move(pixels));
}

} // namespace palimpsest::ui
