// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/io/byte_reader.h"
#include "core/io/formats/exr_codec.h"
#include "core/io/formats/format_entries.h"
#include "core/io/image_limits.h"
#include "core/io/reading_notices.h"

#include <algorithm>
#include <map>

// OpenEXR file layout, version 2: single-part pictures. Alpha is not kept: the colours, which EXR stores multiplied
// with it, are the picture over black.

namespace palimpsest {
namespace {

constexpr std::uint32_t kTiled = 0x200;
constexpr std::uint32_t kDeep = 0x800;
constexpr std::uint32_t kMultiPart = 0x1000;

struct Attribute {
    std::size_t at = 0;
    std::uint32_t length = 0;
};

bool matches(std::span<const std::byte> bytes) { return hasText(bytes, 0, "\x76\x2f\x31\x01"); }

/// Text up to a zero; `at` moves behind it.
std::string takeText(const ByteReader& reader, std::size_t& at) {
    std::string text;
    while (const std::uint8_t letter = reader.u8(at++)) {
        text += static_cast<char>(letter);
    }
    return text;
}

/// The header's attributes; `at` moves behind the header.
std::map<std::string, Attribute> takeAttributes(const ByteReader& reader, std::size_t& at) {
    std::map<std::string, Attribute> attributes;
    for (std::string name = takeText(reader, at); !name.empty(); name = takeText(reader, at)) {
        takeText(reader, at);
        const std::uint32_t length = reader.u32(at);
        attributes[name] = {at + 4, length};
        at += std::size_t{4} + length;
    }
    return attributes;
}

Attribute required(const std::map<std::string, Attribute>& attributes, const std::string& name,
                   const ByteReader& reader) {
    const auto found = attributes.find(name);
    if (found == attributes.end()) {
        throw Error(ErrorCode::badInput, Message("%1 is damaged: its EXR header lacks %2", reader.origin(), name),
                    "get another copy of it");
    }
    return found->second;
}

/// The names in the list of channels.
std::vector<std::string> channelNames(const ByteReader& reader, const Attribute& list) {
    std::vector<std::string> names;
    for (std::size_t at = list.at; at < list.at + list.length;) {
        const std::string name = takeText(reader, at);
        if (name.empty()) {
            break;
        }
        names.push_back(name);
        at += 16;
    }
    return names;
}

/// Luminance alone is grey. Channels of other names are passed over.
int channelsOf(const std::vector<std::string>& names, const std::string& origin) {
    const auto isThere = [&](const char* name) { return std::ranges::find(names, name) != names.end(); };
    if (isThere("R") || isThere("G") || isThere("B") || isThere("RY")) {
        return 3;
    }
    if (isThere("Y")) {
        return 1;
    }
    throw Error(ErrorCode::badInput, Message("%1 is an EXR without the channels R, G and B or Y", origin),
                "save its colours in channels of these names");
}

/// Every chunk of rows that the table behind the header points to must lie within the file.
void requireComplete(const ByteReader& reader, std::size_t table, int rows, int compression) {
    constexpr int kRowsPerChunk[] = {1, 1, 1, 16, 32, 16, 32, 32, 32, 256};
    const int each = kRowsPerChunk[std::clamp(compression, 0, static_cast<int>(std::size(kRowsPerChunk)) - 1)];
    for (int i = 0; i < (rows + each - 1) / each; ++i) {
        const std::size_t chunk = reader.u32(table + static_cast<std::size_t>(i) * 8);
        reader.part(chunk + 8, reader.u32(chunk + 4));
    }
}

ImageHeader inspect(std::span<const std::byte> bytes, const std::string& origin) {
    const ByteReader reader(bytes, origin, ByteOrder::little);
    const std::uint32_t kind = reader.u32(4);
    if (kind & (kDeep | kMultiPart)) {
        throw Error(ErrorCode::badInput, Message("%1 is a multi-part or deep EXR, which cannot be read", origin),
                    "save one flat picture of it");
    }
    std::size_t at = 8;
    const auto attributes = takeAttributes(reader, at);
    const std::size_t window = required(attributes, "dataWindow", reader).at;
    const auto corner = [&](std::size_t index) {
        return std::int64_t{static_cast<std::int32_t>(reader.u32(window + index * 4))};
    };
    ImageHeader header;
    header.size = checkedSize(corner(2) - corner(0) + 1, corner(3) - corner(1) + 1, origin);
    const auto names = channelNames(reader, required(attributes, "channels", reader));
    header.channels = channelsOf(names, origin);
    const auto stored = reader.part(8, at - 8);
    header.exrAttributes.assign(stored.begin(), stored.end());
    if (std::ranges::find(names, "A") != names.end()) {
        header.notices.emplace_back(kAlphaNotice);
    }
    header.depth = PixelDepth::float32;
    if (!(kind & kTiled)) {
        requireComplete(reader, at, header.size.height, reader.u8(required(attributes, "compression", reader).at));
    }
    return header;
}

Image decode(std::span<const std::byte> bytes, const ImageHeader& header, const std::string& origin) {
    return decodeExr(bytes, header.channels, origin);
}

std::vector<std::byte> encode(const Image& image, const WriteOptions&, const ImageMetadata& metadata) {
    return encodeExr(image, metadata.exrAttributes);
}

} // namespace

ImageFormat exrFormat() {
    return {.id = "exr",
            .title = "OpenEXR",
            .extensions = {"exr"},
            .shallowest = PixelDepth::float32,
            .deepest = PixelDepth::float32,
            .alpha = false,
            .metadata = false,
            .matches = matches,
            .inspect = inspect,
            .decode = decode,
            .encode = encode};
}

} // namespace palimpsest
