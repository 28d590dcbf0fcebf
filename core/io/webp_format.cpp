// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/format_entries.h"

#include "core/base/error.h"
#include "core/io/byte_reader.h"
#include "core/io/image_limits.h"

#include <opencv2/imgcodecs.hpp>

#include <algorithm>

// WebP: RFC 9649.

namespace palimpsest {
namespace {

constexpr int kAlphaFlag = 0x10;
constexpr int kAnimationFlag = 0x02;
/// Where the first chunk behind "RIFF size WEBP" begins, and its content.
constexpr std::size_t kFirstChunk = 12;
constexpr std::size_t kContent = kFirstChunk + 8;

bool matches(std::span<const std::byte> bytes) { return hasText(bytes, 0, "RIFF") && hasText(bytes, 8, "WEBP"); }

/// A picture with metadata, transparency beside lossy pixels, or animation.
ImageHeader inspectExtended(const ByteReader& reader) {
    const int features = reader.u8(kContent);
    if (features & kAnimationFlag) {
        throw Error(ErrorCode::badInput, reader.origin() + " is an animated WebP, which cannot be restored",
                    "save one frame of it as a picture of its own");
    }
    return {.size = checkedSize(reader.u24(kContent + 4) + 1, reader.u24(kContent + 7) + 1, reader.origin()),
            .channels = features & kAlphaFlag ? 4 : 3};
}

ImageHeader inspectLossless(const ByteReader& reader) {
    const std::uint32_t bits = reader.u32(kContent + 1);
    return {.size = checkedSize((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1, reader.origin()),
            .channels = bits >> 28 & 1 ? 4 : 3};
}

ImageHeader inspectLossy(const ByteReader& reader) {
    const int width = reader.u16(kContent + 6) & 0x3fff;
    const int height = reader.u16(kContent + 8) & 0x3fff;
    return {.size = checkedSize(width, height, reader.origin()), .channels = 3};
}

ImageHeader inspectFirstChunk(const ByteReader& reader) {
    if (reader.has(kFirstChunk, "VP8X")) {
        return inspectExtended(reader);
    }
    if (reader.has(kFirstChunk, "VP8L")) {
        return inspectLossless(reader);
    }
    if (reader.has(kFirstChunk, "VP8 ")) {
        return inspectLossy(reader);
    }
    throw Error(ErrorCode::badInput, reader.origin() + " is damaged: it has no WebP header", "get another copy of it");
}

ImageHeader inspect(std::span<const std::byte> bytes, const std::string& origin) {
    const ByteReader reader(bytes, origin, ByteOrder::little);
    const ImageHeader header = inspectFirstChunk(reader);
    reader.part(8, reader.u32(4));
    return header;
}

std::vector<int> flags(const WriteOptions& options, const ImageMetadata&) {
    return {cv::IMWRITE_WEBP_QUALITY, std::clamp(options.quality, 1, 101)};
}

} // namespace

ImageFormat webpFormat() {
    return {.id = "webp",
            .title = "WebP",
            .extensions = {"webp"},
            .deepest = PixelDepth::uint8,
            .alpha = true,
            .metadata = true,
            .matches = matches,
            .inspect = inspect,
            .flags = flags,
            .putResolution = nullptr};
}

} // namespace palimpsest
