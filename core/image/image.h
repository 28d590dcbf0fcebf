// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace palimpsest {

/// Storage of one channel value. Integer depths cover [0,1] by their full range; float32 is [0,1] nominally.
enum class PixelDepth { uint8, uint16, float32 };

int byteSizeOf(PixelDepth depth);

/// How a JPEG file rounded its pixels off, as the picture lies now.
struct JpegCompression {
    /// Steps of the frequencies of luma and chroma, row by row from low to high vertical frequency, for values 0 ..
    /// 255.
    std::array<std::uint16_t, 64> luma{};
    std::array<std::uint16_t, 64> chroma{};
    int chromaRows = 1; ///< pixels that share a sample of chroma: 1, 2 or 4
    int chromaColumns = 1;
    bool isRgb = false;      ///< the components are R, G and B themselves; chroma has the steps of the last two
    bool fromBottom = false; ///< blocks are counted from there: the picture was turned since
    bool fromRight = false;

    bool operator==(const JpegCompression&) const = default;
};

/// What a file carries beside its pixels and gets back when it is saved. Raw blobs, not interpreted here.
struct ImageMetadata {
    std::vector<std::byte> iccProfile;
    std::vector<std::byte> exif; ///< orientation already applied to the pixels, and reset to 1 here
    std::vector<std::byte> xmp;
    std::vector<std::byte> iptc;
    double dotsPerInchX = 0; ///< 0: unknown
    double dotsPerInchY = 0;
    /// Of an EXR: its attributes beside those of the layout, with the data and the display window, as they are stored.
    std::vector<std::byte> exrAttributes;
    /// Of the file that was read, if it was a JPEG: not written, and not compared. Lost when the pixels are changed.
    std::shared_ptr<const JpegCompression> compression;

    bool operator==(const ImageMetadata& other) const {
        return iccProfile == other.iccProfile && exif == other.exif && xmp == other.xmp && iptc == other.iptc &&
               dotsPerInchX == other.dotsPerInchX && dotsPerInchY == other.dotsPerInchY &&
               exrAttributes == other.exrAttributes;
    }
};

/// A picture on the host: rows of interleaved pixels without padding; channels are grey, grey+alpha, RGB or RGBA in
/// that order, alpha not premultiplied. Copies share the pixels, which never change once the image is made.
class Image {
public:
    Image() = default;
    /// Takes the pixels over. Throws Bug if their number is not width * height * channels * byteSizeOf(depth).
    Image(Size size, int channels, PixelDepth depth, std::vector<std::byte> pixels);

    bool isNull() const { return size_.isEmpty(); }
    Size size() const { return size_; }
    int width() const { return size_.width; }
    int height() const { return size_.height; }
    int channels() const { return channels_; }
    /// 1 or 3: the channels without alpha.
    int colourChannels() const { return channels_ - (hasAlpha() ? 1 : 0); }
    bool hasAlpha() const { return channels_ == 2 || channels_ == 4; }
    PixelDepth depth() const { return depth_; }
    std::size_t byteSize() const { return pixels_ ? pixels_->size() : 0; }
    std::size_t rowByteSize() const;
    std::span<const std::byte> pixels() const;
    std::span<const std::byte> row(int y) const;

    template <typename T>
    const T* rowAs(int y) const {
        return reinterpret_cast<const T*>(row(y).data());
    }

    /// Value of a channel in [0,1]. For probes and tests, not for loops.
    float valueAt(int x, int y, int channel) const;

    const std::shared_ptr<const ImageMetadata>& metadata() const { return metadata_; }
    Image withMetadata(std::shared_ptr<const ImageMetadata> metadata) const;

    /// Equal size, channels, depth and bytes; metadata is not compared.
    bool operator==(const Image& other) const;

private:
    Size size_;
    int channels_ = 0;
    PixelDepth depth_ = PixelDepth::uint8;
    std::shared_ptr<const std::vector<std::byte>> pixels_;
    std::shared_ptr<const ImageMetadata> metadata_;
};

/// The metadata of a picture whose pixels are no longer those of a JPEG file.
std::shared_ptr<const ImageMetadata> withoutCompression(std::shared_ptr<const ImageMetadata> metadata);

/// A grey picture as RGB (with its alpha); others as they are. Metadata is kept.
Image withThreeColours(const Image& image);

/// The part of `image` inside `area`, which must lie within the image (else Bug).
Image cropped(const Image& image, const Rect& area);

/// SHA-256 over size, channels, depth and pixels: what a run record calls the input.
std::string contentHash(const Image& image);

} // namespace palimpsest
