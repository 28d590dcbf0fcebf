// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/io/byte_reader.h"
#include "core/io/formats/format_entries.h"
#include "core/io/image_limits.h"
#include "core/io/metadata_embedding.h"

#include <algorithm>
#include <webp/decode.h>
#include <webp/encode.h>

// WebP: RFC 9649.

namespace palimpsest {
namespace {

constexpr int kAlphaFlag = 0x10;
constexpr int kAnimationFlag = 0x02;
constexpr int kProfileFlag = 0x20;
constexpr int kExifFlag = 0x08;
constexpr int kXmpFlag = 0x04;
/// Where the first chunk behind "RIFF size WEBP" begins, and its content.
constexpr std::size_t kFirstChunk = 12;
constexpr std::size_t kContent = kFirstChunk + 8;

bool matches(std::span<const std::byte> bytes) { return hasText(bytes, 0, "RIFF") && hasText(bytes, 8, "WEBP"); }

/// A picture with metadata, transparency beside lossy pixels, or animation.
ImageHeader inspectExtended(const ByteReader& reader) {
    const int features = reader.u8(kContent);
    if (features & kAnimationFlag) {
        throw Error(ErrorCode::badInput, Message("%1 is an animated WebP, which cannot be restored", reader.origin()),
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
    throw Error(ErrorCode::badInput, Message("%1 is damaged: it has no WebP header", reader.origin()),
                "get another copy of it");
}

ImageHeader inspect(std::span<const std::byte> bytes, const std::string& origin) {
    const ByteReader reader(bytes, origin, ByteOrder::little);
    const ImageHeader header = inspectFirstChunk(reader);
    reader.part(8, reader.u32(4));
    return header;
}

Image decode(std::span<const std::byte> bytes, const ImageHeader& header, const std::string& origin) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const int stride = header.size.width * header.channels;
    std::vector<std::byte> pixels(static_cast<std::size_t>(stride) * header.size.height);
    auto* target = reinterpret_cast<std::uint8_t*>(pixels.data());
    const auto* decoded = header.channels == 4 ? WebPDecodeRGBAInto(data, bytes.size(), target, pixels.size(), stride)
                                               : WebPDecodeRGBInto(data, bytes.size(), target, pixels.size(), stride);
    int width = 0;
    int height = 0;
    if (!decoded || !WebPGetInfo(data, bytes.size(), &width, &height) || Size{width, height} != header.size) {
        throw Error(ErrorCode::badInput, Message("%1 is damaged: its pixels cannot be decoded", origin),
                    "get another copy of it");
    }
    return {header.size, header.channels, PixelDepth::uint8, std::move(pixels)};
}

/// Owns what the encoder works on.
struct Encoding {
    Encoding() {
        WebPMemoryWriterInit(&bytes);
        isUsable = WebPPictureInit(&picture) != 0;
        picture.writer = WebPMemoryWrite;
        picture.custom_ptr = &bytes;
    }
    Encoding(const Encoding&) = delete;
    Encoding& operator=(const Encoding&) = delete;
    ~Encoding() {
        WebPPictureFree(&picture);
        WebPMemoryWriterClear(&bytes);
    }

    WebPPicture picture{};
    WebPMemoryWriter bytes{};
    bool isUsable = false;
};

/// The library's defaults, but colours under full transparency are kept where all is.
WebPConfig configFor(int quality) {
    constexpr float kLosslessEffort = 70;
    const bool isLossless = quality > 100;
    WebPConfig config{};
    WebPConfigPreset(&config, WEBP_PRESET_DEFAULT, isLossless ? kLosslessEffort : static_cast<float>(quality));
    config.lossless = config.exact = isLossless ? 1 : 0;
    return config;
}

std::vector<std::byte> encode(const Image& image, const WriteOptions& options, const ImageMetadata&) {
    const WebPConfig config = configFor(std::clamp(options.quality, 1, 101));
    Encoding work;
    work.picture.use_argb = config.lossless;
    work.picture.width = image.width();
    work.picture.height = image.height();
    const auto* data = reinterpret_cast<const std::uint8_t*>(image.pixels().data());
    const int stride = static_cast<int>(image.rowByteSize());
    const bool isGood = work.isUsable &&
                        (image.channels() == 4 ? WebPPictureImportRGBA(&work.picture, data, stride)
                                               : WebPPictureImportRGB(&work.picture, data, stride)) &&
                        WebPEncode(&config, &work.picture);
    if (!isGood) {
        throw Error(ErrorCode::failed, "the picture cannot be written as WebP, which holds 16383 pixels a side",
                    "choose PNG or TIFF");
    }
    const auto result = std::as_bytes(std::span(work.bytes.mem, work.bytes.size));
    return {result.begin(), result.end()};
}

void append(std::vector<std::byte>& bytes, std::uint32_t number, int byteCount) {
    for (int i = 0; i < byteCount; ++i) {
        bytes.push_back(static_cast<std::byte>(number >> (8 * i)));
    }
}

void append(std::vector<std::byte>& bytes, std::span<const std::byte> more) {
    bytes.insert(bytes.end(), more.begin(), more.end());
}

void appendChunk(std::vector<std::byte>& bytes, std::string_view name, std::span<const std::byte> data) {
    if (!data.empty()) {
        append(bytes, std::as_bytes(std::span(name)));
        append(bytes, static_cast<std::uint32_t>(data.size()), 4);
        append(bytes, data);
        if (data.size() % 2 != 0) {
            bytes.push_back(std::byte{0});
        }
    }
}

/// The chunk VP8X, which must come first in a file with metadata.
void appendFeatures(std::vector<std::byte>& bytes, const ImageHeader& header, const ImageMetadata& metadata) {
    std::vector<std::byte> data;
    append(data,
           (header.channels == 4 ? kAlphaFlag : 0) | (metadata.iccProfile.empty() ? 0 : kProfileFlag) |
               (metadata.exif.empty() ? 0 : kExifFlag) | (metadata.xmp.empty() ? 0 : kXmpFlag),
           4);
    append(data, static_cast<std::uint32_t>(header.size.width - 1), 3);
    append(data, static_cast<std::uint32_t>(header.size.height - 1), 3);
    appendChunk(bytes, "VP8X", data);
}

/// Builds the file anew around the encoder's picture chunks.
void embed(std::vector<std::byte>& bytes, const ImageMetadata& metadata, std::vector<Message>& losses) {
    if (!metadata.iptc.empty()) {
        losses.emplace_back(kIptcLoss);
    }
    if (metadata.iccProfile.empty() && metadata.exif.empty() && metadata.xmp.empty()) {
        return;
    }
    const ByteReader reader(bytes, "WebP", ByteOrder::little);
    const ImageHeader header = inspectFirstChunk(reader);
    const std::size_t picture = reader.has(kFirstChunk, "VP8X") ? kContent + reader.u32(kFirstChunk + 4) : kFirstChunk;
    std::vector<std::byte> body;
    append(body, std::as_bytes(std::span(std::string_view("WEBP"))));
    appendFeatures(body, header, metadata);
    appendChunk(body, "ICCP", metadata.iccProfile);
    append(body, reader.part(picture, bytes.size() - picture));
    appendChunk(body, "EXIF", metadata.exif);
    appendChunk(body, "XMP ", metadata.xmp);
    std::vector<std::byte> file;
    appendChunk(file, "RIFF", body);
    bytes = std::move(file);
}

} // namespace

ImageFormat webpFormat() {
    return {.id = "webp",
            .title = "WebP",
            .extensions = {"webp"},
            .deepest = PixelDepth::uint8,
            .grey = false,
            .alpha = true,
            .metadata = true,
            .resolutionInExif = true,
            .matches = matches,
            .inspect = inspect,
            .decode = decode,
            .encode = encode,
            .embed = embed};
}

} // namespace palimpsest
