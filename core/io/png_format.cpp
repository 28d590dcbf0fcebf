// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/io/byte_reader.h"
#include "core/io/format_entries.h"
#include "core/io/image_limits.h"
#include "core/io/image_metadata.h"
#include "core/io/reading_notices.h"

#include <opencv2/imgcodecs.hpp>

#include <cmath>
#include <zlib.h>

// Portable Network Graphics, W3C recommendation, third edition.

namespace palimpsest {
namespace {

constexpr std::string_view kSignature = "\x89PNG\r\n\x1a\n";
constexpr double kMetresPerInch = 0.0254;
/// Signature, and the IHDR chunk with length, name and checksum.
constexpr std::size_t kHeaderEnd = 8 + 4 + 4 + 13 + 4;

bool matches(std::span<const std::byte> bytes) { return hasText(bytes, 0, kSignature); }

int channelsOf(int colourType, bool transparentColour, const std::string& origin) {
    switch (colourType) {
    case 0:
        return 1;
    case 2:
    case 3:
        return transparentColour ? 4 : 3;
    case 4:
        return 2;
    case 6:
        return 4;
    default:
        throw Error(ErrorCode::badInput, Message("%1 is damaged: PNG has no colour type %2", origin, colourType),
                    "get another copy of it");
    }
}

struct Chunks {
    bool transparentColour = false;
    double dotsPerInchX = 0;
    double dotsPerInchY = 0;
};

/// Takes one chunk into account; `data` is where its content starts.
void note(Chunks& chunks, const ByteReader& reader, std::size_t data, std::uint32_t length) {
    if (reader.has(data - 4, "acTL")) {
        throw Error(ErrorCode::badInput, Message("%1 is an animated PNG, which cannot be restored", reader.origin()),
                    "save one frame of it as a picture of its own");
    }
    if (reader.has(data - 4, "tRNS")) {
        chunks.transparentColour = true;
    }
    if (reader.has(data - 4, "pHYs") && length == 9 && reader.u8(data + 8) == 1) {
        chunks.dotsPerInchX = reader.u32(data) * kMetresPerInch;
        chunks.dotsPerInchY = reader.u32(data + 4) * kMetresPerInch;
    }
}

std::uint32_t checksum(std::span<const std::byte> nameAndData) {
    return static_cast<std::uint32_t>(
        ::crc32_z(0, reinterpret_cast<const Bytef*>(nameAndData.data()), nameAndData.size()));
}

/// Goes through all chunks up to IEND and checks their checksums.
Chunks walked(const ByteReader& reader) {
    Chunks chunks;
    for (std::size_t at = kSignature.size();;) {
        const std::uint32_t length = reader.u32(at);
        const std::span<const std::byte> nameAndData = reader.part(at + 4, std::size_t{4} + length);
        const std::size_t data = at + 8;
        if (checksum(nameAndData) != reader.u32(data + length)) {
            throw Error(ErrorCode::badInput, Message("%1 is damaged: a checksum in it does not match", reader.origin()),
                        "get another copy of it");
        }
        if (reader.has(at + 4, "IEND")) {
            return chunks;
        }
        note(chunks, reader, data, length);
        at = data + length + 4;
    }
}

ImageHeader inspect(std::span<const std::byte> bytes, const std::string& origin) {
    const ByteReader reader(bytes, origin, ByteOrder::big);
    reader.part(0, kHeaderEnd);
    if (!reader.has(12, "IHDR")) {
        throw Error(ErrorCode::badInput, Message("%1 is damaged: it does not begin with a header", origin),
                    "get another copy of it");
    }
    ImageHeader header;
    header.size = checkedSize(reader.u32(16), reader.u32(20), origin);
    const Chunks chunks = walked(reader);
    header.depth = reader.u8(24) == 16 ? PixelDepth::uint16 : PixelDepth::uint8;
    header.channels = channelsOf(reader.u8(25), chunks.transparentColour, origin);
    header.dotsPerInchX = chunks.dotsPerInchX;
    header.dotsPerInchY = chunks.dotsPerInchY;
    constexpr int kPalette = 3;
    if (reader.u8(25) == kPalette) {
        header.notices.emplace_back(kPaletteNotice);
    } else if (reader.u8(24) < 8) {
        header.notices.push_back(bitsNotice(reader.u8(24)));
    }
    return header;
}

std::vector<int> flags(const WriteOptions& options, const ImageMetadata&) {
    if (options.effort == WriteOptions::Effort::quick) {
        return {cv::IMWRITE_PNG_COMPRESSION, 1, cv::IMWRITE_PNG_STRATEGY, cv::IMWRITE_PNG_STRATEGY_RLE};
    }
    return {cv::IMWRITE_PNG_COMPRESSION, 6, cv::IMWRITE_PNG_STRATEGY, cv::IMWRITE_PNG_STRATEGY_FILTERED};
}

void append(std::vector<std::byte>& bytes, std::uint32_t number) {
    for (int shift = 24; shift >= 0; shift -= 8) {
        bytes.push_back(static_cast<std::byte>(number >> shift));
    }
}

void append(std::vector<std::byte>& bytes, std::span<const std::byte> more) {
    bytes.insert(bytes.end(), more.begin(), more.end());
}

void append(std::vector<std::byte>& bytes, std::string_view text) { append(bytes, std::as_bytes(std::span(text))); }

void appendChunk(std::vector<std::byte>& bytes, std::string_view name, std::span<const std::byte> data) {
    append(bytes, static_cast<std::uint32_t>(data.size()));
    const std::size_t start = bytes.size();
    append(bytes, name);
    append(bytes, data);
    append(bytes, checksum(std::span(bytes).subspan(start)));
}

/// Leaves the decoder nothing but the header, palette, transparent colour and pixels: of other chunks it would only say
/// on the terminal what it dislikes about them.
void prepare(std::vector<std::byte>& bytes) {
    const ByteReader reader(bytes, "PNG", ByteOrder::big);
    std::vector<std::byte> bare;
    bare.reserve(bytes.size());
    append(bare, kSignature);
    for (std::size_t at = kSignature.size(); at < bytes.size();) {
        const std::size_t length = std::size_t{reader.u32(at)} + 12;
        constexpr std::uint8_t kAncillary = 0x20;
        if (!(reader.u8(at + 4) & kAncillary) || reader.has(at + 4, "tRNS")) {
            append(bare, reader.part(at, length));
        }
        if (reader.has(at + 4, "IEND")) {
            break;
        }
        at += length;
    }
    bytes = std::move(bare);
}

std::vector<std::byte> deflated(std::span<const std::byte> bytes) {
    uLongf length = ::compressBound(bytes.size());
    std::vector<std::byte> result(length);
    if (::compress(reinterpret_cast<Bytef*>(result.data()), &length, reinterpret_cast<const Bytef*>(bytes.data()),
                   bytes.size()) != Z_OK) {
        throw std::bad_alloc();
    }
    result.resize(length);
    return result;
}

void appendProfile(std::vector<std::byte>& chunks, const std::vector<std::byte>& profile) {
    std::vector<std::byte> data;
    append(data, std::string_view("ICC profile\0\0", 13)); // name, end, method of compression
    append(data, deflated(profile));
    appendChunk(chunks, "iCCP", data);
}

void appendXmp(std::vector<std::byte>& chunks, const std::vector<std::byte>& packet) {
    std::vector<std::byte> data;
    append(data, std::string_view("XML:com.adobe.xmp\0\0\0\0\0", 22)); // keyword, uncompressed, no language
    append(data, packet);
    appendChunk(chunks, "iTXt", data);
}

void appendResolution(std::vector<std::byte>& chunks, double dotsPerInchX, double dotsPerInchY) {
    std::vector<std::byte> data;
    append(data, static_cast<std::uint32_t>(std::lround(dotsPerInchX / kMetresPerInch)));
    append(data, static_cast<std::uint32_t>(std::lround(dotsPerInchY / kMetresPerInch)));
    data.push_back(std::byte{1});
    appendChunk(chunks, "pHYs", data);
}

/// Chunks directly behind the header. The library that embeds in other formats writes profiles without a name, which
/// PNG forbids, and EXIF in a way that only it reads; IPTC, which PNG knows nothing of, is left to it.
void embed(std::vector<std::byte>& bytes, const ImageMetadata& metadata) {
    if (!metadata.iptc.empty()) {
        ImageMetadata iptc;
        iptc.iptc = metadata.iptc;
        embedByLibrary(bytes, iptc);
    }
    std::vector<std::byte> chunks;
    if (!metadata.iccProfile.empty()) {
        appendProfile(chunks, metadata.iccProfile);
    }
    if (metadata.dotsPerInchX > 0 && metadata.dotsPerInchY > 0) {
        appendResolution(chunks, metadata.dotsPerInchX, metadata.dotsPerInchY);
    }
    if (!metadata.exif.empty()) {
        appendChunk(chunks, "eXIf", metadata.exif);
    }
    if (!metadata.xmp.empty()) {
        appendXmp(chunks, metadata.xmp);
    }
    bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(kHeaderEnd), chunks.begin(), chunks.end());
}

} // namespace

ImageFormat pngFormat() {
    return {.id = "png",
            .title = "PNG",
            .extensions = {"png"},
            .deepest = PixelDepth::uint16,
            .alpha = true,
            .metadata = true,
            .matches = matches,
            .inspect = inspect,
            .prepare = prepare,
            .flags = flags,
            .embed = embed};
}

} // namespace palimpsest
