// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/image.h"

#include "core/base/error.h"
#include "core/base/hash.h"

#include <algorithm>
#include <cstring>

namespace palimpsest {
namespace {

std::size_t byteCount(Size size, int channels, PixelDepth depth) {
    return static_cast<std::size_t>(size.area()) * channels * byteSizeOf(depth);
}

const char* nameOf(PixelDepth depth) {
    switch (depth) {
    case PixelDepth::uint8:
        return "uint8";
    case PixelDepth::uint16:
        return "uint16";
    case PixelDepth::float32:
        return "float32";
    }
    throw Bug("pixel depth without a name");
}

} // namespace

int byteSizeOf(PixelDepth depth) {
    switch (depth) {
    case PixelDepth::uint8:
        return 1;
    case PixelDepth::uint16:
        return 2;
    case PixelDepth::float32:
        return 4;
    }
    throw Bug("pixel depth without a size");
}

Image::Image(Size size, int channels, PixelDepth depth, std::vector<std::byte> pixels)
    : size_(size), channels_(channels), depth_(depth) {
    if (channels < 1 || channels > 4) {
        throw Bug("an image has 1 to 4 channels, not " + std::to_string(channels));
    }
    if (pixels.size() != byteCount(size, channels, depth)) {
        throw Bug("an image of " + std::to_string(byteCount(size, channels, depth)) + " bytes was given " +
                  std::to_string(pixels.size()));
    }
    pixels_ = std::make_shared<const std::vector<std::byte>>(std::move(pixels));
}

std::size_t Image::rowByteSize() const {
    return isNull() ? 0 : static_cast<std::size_t>(size_.width) * channels_ * byteSizeOf(depth_);
}

std::span<const std::byte> Image::pixels() const {
    return pixels_ ? std::span<const std::byte>(*pixels_) : std::span<const std::byte>();
}

std::span<const std::byte> Image::row(int y) const {
    return pixels().subspan(static_cast<std::size_t>(y) * rowByteSize(), rowByteSize());
}

float Image::valueAt(int x, int y, int channel) const {
    const std::size_t index = static_cast<std::size_t>(x) * channels_ + channel;
    switch (depth_) {
    case PixelDepth::uint8:
        return static_cast<float>(rowAs<std::uint8_t>(y)[index]) / 255.0f;
    case PixelDepth::uint16:
        return static_cast<float>(rowAs<std::uint16_t>(y)[index]) / 65535.0f;
    case PixelDepth::float32:
        return rowAs<float>(y)[index];
    }
    throw Bug("pixel depth without values");
}

Image Image::withMetadata(std::shared_ptr<const ImageMetadata> metadata) const {
    Image copy = *this;
    copy.metadata_ = std::move(metadata);
    return copy;
}

bool Image::operator==(const Image& other) const {
    if (size_ != other.size_ || channels_ != other.channels_ || depth_ != other.depth_) {
        return false;
    }
    return pixels_ == other.pixels_ || std::ranges::equal(pixels(), other.pixels());
}

std::shared_ptr<const ImageMetadata> withoutCompression(std::shared_ptr<const ImageMetadata> metadata) {
    if (!metadata || !metadata->compression) {
        return metadata;
    }
    auto bare = std::make_shared<ImageMetadata>(*metadata);
    bare->compression.reset();
    return bare;
}

Image withThreeColours(const Image& image) {
    if (image.colourChannels() == 3 || image.isNull()) {
        return image;
    }
    const auto unit = static_cast<std::size_t>(byteSizeOf(image.depth()));
    const std::size_t channels = image.hasAlpha() ? 4 : 3;
    const std::span<const std::byte> grey = image.pixels();
    std::vector<std::byte> pixels;
    pixels.reserve(static_cast<std::size_t>(image.size().area()) * channels * unit);
    for (std::size_t at = 0; at < grey.size(); at += unit * image.channels()) {
        for (std::size_t channel = 0; channel < channels; ++channel) {
            const std::size_t from = at + (channel == 3 ? unit : 0);
            pixels.insert(pixels.end(), grey.begin() + static_cast<std::ptrdiff_t>(from),
                          grey.begin() + static_cast<std::ptrdiff_t>(from + unit));
        }
    }
    return Image(image.size(), static_cast<int>(channels), image.depth(), std::move(pixels))
        .withMetadata(image.metadata());
}

Image cropped(const Image& image, const Rect& area) {
    if (area.isEmpty() || area.intersected({0, 0, image.width(), image.height()}) != area) {
        throw Bug("a crop must lie within its image");
    }
    const std::size_t pixelBytes = static_cast<std::size_t>(image.channels()) * byteSizeOf(image.depth());
    const std::size_t rowBytes = pixelBytes * area.width;
    std::vector<std::byte> pixels(rowBytes * area.height);
    for (int y = 0; y < area.height; ++y) {
        std::memcpy(pixels.data() + y * rowBytes, image.row(area.y + y).data() + area.x * pixelBytes, rowBytes);
    }
    return Image(area.size(), image.channels(), image.depth(), std::move(pixels))
        .withMetadata(withoutCompression(image.metadata()));
}

std::string contentHash(const Image& image) {
    const std::string header = "image " + std::to_string(image.width()) + " " + std::to_string(image.height()) + " " +
                               std::to_string(image.channels()) + " " + nameOf(image.depth()) + "\n";
    Sha256 hash;
    hash.update(std::as_bytes(std::span(header)));
    hash.update(image.pixels());
    return hash.hexDigest();
}

} // namespace palimpsest
