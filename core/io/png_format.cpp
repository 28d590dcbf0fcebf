// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/format_entries.h"

#include "core/base/error.h"
#include "core/io/byte_reader.h"
#include "core/io/crc32.h"
#include "core/io/image_limits.h"

#include <opencv2/imgcodecs.hpp>

#include <array>
#include <cmath>

// Portable Network Graphics, W3C recommendation, third edition.

namespace palimpsest {
namespace {

using namespace std::string_view_literals;

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
        throw Error(ErrorCode::badInput, origin + " is damaged: PNG has no colour type " + std::to_string(colourType),
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
        throw Error(ErrorCode::badInput, reader.origin() + " is an animated PNG, which cannot be restored",
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

/// Goes through all chunks up to IEND and checks their checksums.
Chunks walked(const ByteReader& reader) {
    Chunks chunks;
    for (std::size_t at = kSignature.size();;) {
        const std::uint32_t length = reader.u32(at);
        const std::span<const std::byte> nameAndData = reader.part(at + 4, std::size_t{4} + length);
        const std::size_t data = at + 8;
        if (crc32(nameAndData) != reader.u32(data + length)) {
            throw Error(ErrorCode::badInput, reader.origin() + " is damaged: a checksum in it does not fit",
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
        throw Error(ErrorCode::badInput, origin + " is damaged: it does not begin with a header", "get another copy of it");
    }
    ImageHeader header;
    header.size = checkedSize(reader.u32(16), reader.u32(20), origin);
    const Chunks chunks = walked(reader);
    header.depth = reader.u8(24) == 16 ? PixelDepth::uint16 : PixelDepth::uint8;
    header.channels = channelsOf(reader.u8(25), chunks.transparentColour, origin);
    header.dotsPerInchX = chunks.dotsPerInchX;
    header.dotsPerInchY = chunks.dotsPerInchY;
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

/// A pHYs chunk directly behind the header.
void putResolution(std::vector<std::byte>& bytes, double dotsPerInchX, double dotsPerInchY) {
    std::vector<std::byte> chunk;
    append(chunk, 9);
    for (const char letter : "pHYs"sv) {
        chunk.push_back(static_cast<std::byte>(letter));
    }
    append(chunk, static_cast<std::uint32_t>(std::lround(dotsPerInchX / kMetresPerInch)));
    append(chunk, static_cast<std::uint32_t>(std::lround(dotsPerInchY / kMetresPerInch)));
    chunk.push_back(std::byte{1});
    append(chunk, crc32(std::span(chunk).subspan(4)));
    bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(kHeaderEnd), chunk.begin(), chunk.end());
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
            .flags = flags,
            .putResolution = putResolution};
}

} // namespace palimpsest
