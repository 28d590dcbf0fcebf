// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/io/byte_reader.h"
#include "core/io/formats/format_entries.h"
#include "core/io/formats/jpeg_codec.h"
#include "core/io/formats/jpeg_tables.h"
#include "core/io/image_limits.h"
#include "core/io/metadata_embedding.h"
#include "core/io/reading_notices.h"

#include <algorithm>

// JPEG, ITU-T T.81, and JFIF, ITU-T T.871.

namespace palimpsest {
namespace {

constexpr double kCentimetresPerInch = 2.54;

bool matches(std::span<const std::byte> bytes) { return hasText(bytes, 0, "\xff\xd8\xff"); }

bool isFrameHeader(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/// Markers that stand alone: TEM and the restarts.
bool hasNoLength(int marker) { return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7); }

/// The next marker that ends the entropy-coded data beginning at `at`: 0xff followed by neither 0 nor a restart.
std::size_t endOfScan(const ByteReader& reader, std::size_t at) {
    for (;; ++at) {
        const auto rest = reader.part(at, reader.size() - std::min(at, reader.size()));
        const auto found = std::ranges::find(rest, std::byte{0xff});
        at += static_cast<std::size_t>(found - rest.begin());
        const int marker = reader.u8(at + 1);
        if (marker != 0 && marker != 0xff && !hasNoLength(marker)) {
            return at;
        }
    }
}

void readFrame(ImageHeader& header, const ByteReader& reader, std::size_t at) {
    if (reader.u8(at + 4) != 8) {
        throw Error(
            ErrorCode::badInput,
            Message("%1 is a JPEG with %2 bits per channel, which cannot be read", reader.origin(), reader.u8(at + 4)),
            "save it as PNG or TIFF with another program");
    }
    header.size = checkedSize(reader.u16(at + 7), reader.u16(at + 5), reader.origin());
    const int components = reader.u8(at + 9);
    header.channels = components == 1 ? 1 : 3;
    if (components == 4) {
        header.notices.emplace_back(kInksNotice);
    }
}

void readDensity(ImageHeader& header, const ByteReader& reader, std::size_t at) {
    if (reader.has(at + 4, std::string_view("JFIF\0", 5))) {
        const int unit = reader.u8(at + 11);
        const double factor = unit == 1 ? 1 : unit == 2 ? kCentimetresPerInch : 0;
        header.dotsPerInchX = reader.u16(at + 12) * factor;
        header.dotsPerInchY = reader.u16(at + 14) * factor;
    }
}

/// Where the next marker is: decoders skip bytes that do not belong to any.
std::size_t nextMarker(const ByteReader& reader, std::size_t at) {
    while (reader.u8(at) != 0xff || reader.u8(at + 1) == 0xff || reader.u8(at + 1) == 0) {
        ++at;
    }
    return at;
}

/// Goes from marker to marker up to the end of the picture: decoders fill up what is missing with grey in silence.
ImageHeader inspect(std::span<const std::byte> bytes, const std::string& origin) {
    const ByteReader reader(bytes, origin, ByteOrder::big);
    ImageHeader header;
    JpegTables tables;
    for (std::size_t at = nextMarker(reader, 2);;) {
        const int marker = reader.u8(at + 1);
        if (marker == 0xd9 && !header.size.isEmpty()) {
            header.compression = tables.compression();
            return header;
        }
        const std::size_t next = hasNoLength(marker) ? at + 2 : at + 2 + std::max<std::size_t>(reader.u16(at + 2), 2);
        if (isFrameHeader(marker)) {
            readFrame(header, reader, at);
            tables.readComponents(reader, at);
        } else if (marker == 0xdb) {
            tables.readQuantisation(reader, at);
        } else if (marker == 0xe0) {
            readDensity(header, reader, at);
            tables.readJfif(reader, at);
        } else if (marker == 0xee) {
            tables.readAdobe(reader, at);
        }
        at = marker == 0xda ? endOfScan(reader, next) : nextMarker(reader, next);
    }
}

Image decode(std::span<const std::byte> bytes, const ImageHeader&, const std::string& origin) {
    return decodeJpeg(bytes, origin);
}

std::vector<std::byte> encode(const Image& image, const WriteOptions& options, const ImageMetadata& metadata) {
    return encodeJpeg(image, options.quality, metadata.dotsPerInchX, metadata.dotsPerInchY);
}

} // namespace

ImageFormat jpegFormat() {
    return {.id = "jpeg",
            .title = "JPEG",
            .extensions = {"jpg", "jpeg", "jpe", "jfif"},
            .deepest = PixelDepth::uint8,
            .alpha = false,
            .metadata = true,
            .matches = matches,
            .inspect = inspect,
            .decode = decode,
            .encode = encode,
            .embed = embedInJpeg};
}

} // namespace palimpsest
