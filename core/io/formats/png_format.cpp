// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/image/colour_profile.h"
#include "core/io/byte_reader.h"
#include "core/io/formats/format_entries.h"
#include "core/io/formats/png_codec.h"
#include "core/io/image_limits.h"
#include "core/io/metadata_embedding.h"
#include "core/io/reading_notices.h"

#include <algorithm>
#include <array>
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

constexpr int kGrey = 0;
constexpr int kPalette = 3;

int channelsOf(int colourType, bool transparentColour, const std::string& origin) {
    switch (colourType) {
    case kGrey:
        return transparentColour ? 2 : 1;
    case 2:
    case kPalette:
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

/// What chunks beside the pixels say.
struct Chunks {
    int colourType = 0;
    std::uint32_t paletteSize = 0;
    bool pixelsHaveBegun = false;
    bool transparentColour = false;
    bool saysSrgb = false;
    bool saysHdr = false;
    GammaAndPrimaries colours;
    double dotsPerInchX = 0;
    double dotsPerInchY = 0;
};

/// A list of transparencies that decoders heed: of the right length, between palette and pixels.
bool isUsableTransparency(const Chunks& chunks, std::uint32_t length) {
    switch (chunks.colourType) {
    case kGrey:
        return length == 2 && !chunks.pixelsHaveBegun;
    case 2:
        return length == 6 && !chunks.pixelsHaveBegun;
    case kPalette:
        return length > 0 && length <= chunks.paletteSize && !chunks.pixelsHaveBegun;
    default:
        return false;
    }
}

/// cICP: ITU-T H.273, section 8. Transfer 16 and 18 are PQ and HLG.
bool isHdr(int transfer) { return transfer == 16 || transfer == 18; }

void noteColours(Chunks& chunks, const ByteReader& reader, std::size_t data, std::uint32_t length) {
    if (reader.has(data - 4, "sRGB")) {
        chunks.saysSrgb = true;
    } else if (reader.has(data - 4, "gAMA") && length == 4) {
        chunks.colours.gamma = reader.u32(data);
    } else if (reader.has(data - 4, "cHRM") && length == 32) {
        std::array<std::uint32_t, 8> primaries{};
        for (std::size_t i = 0; i < primaries.size(); ++i) {
            primaries[i] = reader.u32(data + 4 * i);
        }
        chunks.colours.primaries = primaries;
    } else if (reader.has(data - 4, "cICP") && length == 4) {
        chunks.saysHdr = isHdr(reader.u8(data + 1));
    }
}

/// Takes one chunk into account; `data` is where its content starts.
void note(Chunks& chunks, const ByteReader& reader, std::size_t data, std::uint32_t length) {
    if (reader.has(data - 4, "acTL")) {
        throw Error(ErrorCode::badInput, Message("%1 is an animated PNG, which cannot be restored", reader.origin()),
                    "save one frame of it as a picture of its own");
    }
    if (reader.has(data - 4, "PLTE")) {
        chunks.paletteSize = length / 3;
    } else if (reader.has(data - 4, "IDAT")) {
        chunks.pixelsHaveBegun = true;
    } else if (reader.has(data - 4, "tRNS")) {
        chunks.transparentColour = chunks.transparentColour || isUsableTransparency(chunks, length);
    } else if (reader.has(data - 4, "pHYs") && length == 9 && reader.u8(data + 8) == 1) {
        chunks.dotsPerInchX = reader.u32(data) * kMetresPerInch;
        chunks.dotsPerInchY = reader.u32(data + 4) * kMetresPerInch;
    } else {
        noteColours(chunks, reader, data, length);
    }
}

std::uint32_t checksum(std::span<const std::byte> nameAndData) {
    return static_cast<std::uint32_t>(
        ::crc32_z(0, reinterpret_cast<const Bytef*>(nameAndData.data()), nameAndData.size()));
}

/// Goes through all chunks up to IEND and checks their checksums.
Chunks walked(const ByteReader& reader) {
    Chunks chunks;
    chunks.colourType = reader.u8(25);
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

/// W3C PNG, section 4.3: sRGB goes before gAMA and cHRM.
void readColours(ImageHeader& header, const Chunks& chunks) {
    if (chunks.saysHdr) {
        header.notices.emplace_back(kHdrNotice);
    }
    if (chunks.saysSrgb || meansSrgb(chunks.colours)) {
        return;
    }
    header.iccProfile = profileFrom(chunks.colours, header.channels >= 3 ? 3 : 1);
    if (header.iccProfile.empty()) {
        header.notices.emplace_back(kGammaNotice);
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
    header.channels = channelsOf(chunks.colourType, chunks.transparentColour, origin);
    header.dotsPerInchX = chunks.dotsPerInchX;
    header.dotsPerInchY = chunks.dotsPerInchY;
    if (chunks.colourType == kPalette) {
        header.notices.emplace_back(kPaletteNotice);
    } else if (reader.u8(24) < 8) {
        header.notices.push_back(bitsNotice(reader.u8(24)));
    }
    readColours(header, chunks);
    return header;
}

Image decode(std::span<const std::byte> bytes, const ImageHeader&, const std::string& origin) {
    return decodePng(bytes, origin);
}

std::vector<std::byte> encode(const Image& image, const WriteOptions& options, const ImageMetadata&) {
    return encodePng(image, options.effort == WriteOptions::Effort::quick ? PngCompression{1, Z_RLE}
                                                                          : PngCompression{6, Z_FILTERED});
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

/// The chunks that the profile was made from.
void appendColours(std::vector<std::byte>& chunks, const GammaAndPrimaries& colours) {
    std::vector<std::byte> data;
    if (colours.gamma != 0) {
        append(data, colours.gamma);
        appendChunk(chunks, "gAMA", data);
    }
    if (colours.primaries) {
        data.clear();
        std::ranges::for_each(*colours.primaries, [&](std::uint32_t number) { append(data, number); });
        appendChunk(chunks, "cHRM", data);
    }
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
void embed(std::vector<std::byte>& bytes, const ImageMetadata& metadata, std::vector<Message>& losses) {
    if (!metadata.iptc.empty()) {
        ImageMetadata iptc;
        iptc.iptc = metadata.iptc;
        embedByLibrary(bytes, iptc, losses);
    }
    std::vector<std::byte> chunks;
    if (const auto colours = gammaAndPrimariesOf(metadata.iccProfile)) {
        appendColours(chunks, *colours);
    } else if (!metadata.iccProfile.empty()) {
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
            .greyAlpha = true,
            .metadata = true,
            .matches = matches,
            .inspect = inspect,
            .decode = decode,
            .encode = encode,
            .embed = embed};
}

} // namespace palimpsest
