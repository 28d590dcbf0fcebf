// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/io/formats/bmp_codec.h"
#include "core/io/formats/format_entries.h"
#include "core/io/image_limits.h"
#include "core/io/reading_notices.h"

#include <algorithm>
#include <cstdlib>

// Windows bitmap: BITMAPFILEHEADER, BITMAPINFOHEADER and its versions 4 and 5.

namespace palimpsest {
namespace {

constexpr double kMetresPerInch = 0.0254;
constexpr std::size_t kFileHeader = 14;
constexpr std::uint32_t kInfoHeader = 40; ///< shorter ones are of OS/2, with 3 bytes a colour
constexpr std::uint32_t kVersion5 = 124;

enum Compression : std::uint32_t { kNone = 0, kRunLength8 = 1, kRunLength4 = 2, kBitFields = 3, kAlphaBitFields = 6 };

bool matches(std::span<const std::byte> bytes) { return hasText(bytes, 0, "BM") && bytes.size() > 2; }

struct BmpFile {
    BmpLayout layout;
    std::uint32_t infoSize = 0;
    std::uint32_t compression = kNone;
    bool isOld() const { return infoSize < kInfoHeader; }
};

Error undecodable(const ByteReader& reader) {
    return Error(ErrorCode::badInput, Message("%1 is a BMP of a kind that cannot be decoded", reader.origin()),
                 "save it as PNG with another program");
}

void readPalette(BmpFile& file, const ByteReader& reader) {
    const std::size_t step = file.isOld() ? 3 : 4;
    const std::uint32_t declared = file.isOld() ? 0 : reader.u32(46);
    if (declared > 256) {
        throw Error(ErrorCode::badInput, Message("%1 is damaged: its palette is too long", reader.origin()),
                    "get another copy of it");
    }
    BmpLayout& layout = file.layout;
    const std::size_t colours = declared == 0 ? std::size_t{1} << layout.bits : declared;
    layout.isGrey = true;
    for (std::size_t i = 0; i < colours; ++i) {
        const std::size_t at = kFileHeader + file.infoSize + i * step;
        layout.palette.push_back({reader.u8(at + 2), reader.u8(at + 1), reader.u8(at)});
        const auto& [red, green, blue] = layout.palette.back();
        layout.isGrey = layout.isGrey && red == green && red == blue;
    }
}

/// In the header from version 2 on, behind one of 40 bytes.
void readMasks(BmpFile& file, const ByteReader& reader) {
    constexpr std::size_t kMasks = kFileHeader + kInfoHeader;
    auto& masks = file.layout.masks;
    const bool areGiven = file.compression == kBitFields || file.compression == kAlphaBitFields;
    if (!areGiven) {
        masks = file.layout.bits == 16 ? std::array<std::uint32_t, 4>{0x7c00, 0x3e0, 0x1f, 0}
                                       : std::array<std::uint32_t, 4>{0xff0000, 0xff00, 0xff, 0};
        return;
    }
    constexpr std::uint32_t kWithAlpha = 56;
    const bool hasFourth = file.compression == kAlphaBitFields || file.infoSize >= kWithAlpha;
    for (std::size_t i = 0; i < (hasFourth ? 4u : 3u); ++i) {
        masks[i] = reader.u32(kMasks + 4 * i);
    }
}

/// Uncompressed rows must be all there; run-length coded ones say their total.
void requireComplete(const BmpFile& file, const ByteReader& reader) {
    if (file.layout.isRunLength) {
        reader.part(file.layout.pixels, reader.u32(34));
        return;
    }
    reader.part(file.layout.pixels, file.layout.rowBytes() * static_cast<std::size_t>(file.layout.size.height));
}

void requireKnownKind(const BmpFile& file, const ByteReader& reader) {
    const int bits = file.layout.bits;
    if (bits != 1 && bits != 4 && bits != 8 && bits != 16 && bits != 24 && bits != 32) {
        throw Error(ErrorCode::badInput,
                    Message("%1 is damaged: BMP does not allow %2 bits per pixel", reader.origin(), bits),
                    "get another copy of it");
    }
    const bool isKnown =
        file.compression == kNone || (file.compression == kRunLength8 && bits == 8) ||
        (file.compression == kRunLength4 && bits == 4) ||
        ((file.compression == kBitFields || file.compression == kAlphaBitFields) && (bits == 16 || bits == 32));
    if (!isKnown) {
        throw undecodable(reader);
    }
}

BmpFile described(const ByteReader& reader) {
    BmpFile file;
    file.infoSize = reader.u32(kFileHeader);
    const bool old = file.isOld();
    BmpLayout& layout = file.layout;
    // A negative height says that the rows run from top to bottom.
    const auto height = old ? reader.u16(20) : std::int64_t{static_cast<std::int32_t>(reader.u32(22))};
    layout.isTopDown = height < 0;
    layout.size = checkedSize(old ? reader.u16(18) : reader.u32(18), std::abs(height), reader.origin());
    layout.bits = reader.u16(old ? 24 : 28);
    layout.pixels = reader.u32(10);
    file.compression = old ? std::uint32_t{kNone} : reader.u32(30);
    layout.isRunLength = file.compression == kRunLength8 || file.compression == kRunLength4;
    requireKnownKind(file, reader);
    if (layout.bits <= 8) {
        readPalette(file, reader);
    } else {
        readMasks(file, reader);
    }
    requireComplete(file, reader);
    return file;
}

struct FourthByte {
    bool hasClear = false;
    bool hasOther = false;
};

/// What the bits of `mask` are over the picture.
FourthByte fourthByteOf(const BmpLayout& layout, const ByteReader& reader, std::uint32_t mask) {
    FourthByte found;
    for (int y = 0; y < layout.size.height && !(found.hasClear && found.hasOther); ++y) {
        for (int x = 0; x < layout.size.width; ++x) {
            const std::uint32_t value = bmpPixel(layout, reader, x, y) & mask;
            found.hasClear = found.hasClear || value != mask;
            found.hasOther = found.hasOther || value != 0;
        }
    }
    return found;
}

/// Alpha is what the header declares as such. Zero everywhere is padding all the same: nobody keeps an invisible
/// picture.
void readAlpha(BmpFile& file, const ByteReader& reader, std::vector<Message>& notices) {
    BmpLayout& layout = file.layout;
    const std::uint32_t declared = layout.masks[3];
    if (declared != 0) {
        const FourthByte alpha = fourthByteOf(layout, reader, declared);
        layout.hasAlpha = alpha.hasOther;
        if (!alpha.hasOther) {
            notices.emplace_back(kInvisibleNotice);
        }
    } else if (layout.bits == 32) {
        const std::uint32_t rest = ~(layout.masks[0] | layout.masks[1] | layout.masks[2]);
        const FourthByte padding = rest == 0 ? FourthByte{} : fourthByteOf(layout, reader, rest);
        if (padding.hasClear && padding.hasOther) {
            notices.emplace_back(kPaddingNotice);
        }
    }
}

/// Version 5 may carry a profile.
std::vector<std::byte> profileOf(const BmpFile& file, const ByteReader& reader) {
    constexpr std::size_t kSpace = kFileHeader + 56;
    constexpr std::size_t kPlace = kFileHeader + 112;
    if (file.infoSize < kVersion5 || !reader.has(kSpace, "DEBM")) { // "MBED", the other way round
        return {};
    }
    const auto profile = reader.part(kFileHeader + reader.u32(kPlace), reader.u32(kPlace + 4));
    return {profile.begin(), profile.end()};
}

BmpFile fileOf(const ByteReader& reader, std::vector<Message>& notices) {
    BmpFile file = described(reader);
    readAlpha(file, reader, notices);
    return file;
}

ImageHeader inspect(std::span<const std::byte> bytes, const std::string& origin) {
    const ByteReader reader(bytes, origin, ByteOrder::little);
    ImageHeader header;
    const BmpFile file = fileOf(reader, header.notices);
    const BmpLayout& layout = file.layout;
    header.size = layout.size;
    header.channels = layout.channels();
    if (layout.bits <= 8 && header.channels == 3) {
        header.notices.emplace_back(kPaletteNotice);
    } else if (layout.bits < 8) {
        header.notices.push_back(bitsNotice(layout.bits));
    }
    header.dotsPerInchX = file.isOld() ? 0 : reader.u32(38) * kMetresPerInch;
    header.dotsPerInchY = file.isOld() ? 0 : reader.u32(42) * kMetresPerInch;
    if (header.channels >= 3) {
        header.iccProfile = profileOf(file, reader);
    }
    return header;
}

Image decode(std::span<const std::byte> bytes, const ImageHeader&, const std::string& origin) {
    const ByteReader reader(bytes, origin, ByteOrder::little);
    std::vector<Message> said; // by inspect
    return decodeBmp(fileOf(reader, said).layout, reader);
}

std::vector<std::byte> encode(const Image& image, const WriteOptions&, const ImageMetadata& metadata) {
    return encodeBmp(image, metadata.dotsPerInchX, metadata.dotsPerInchY);
}

} // namespace

ImageFormat bmpFormat() {
    return {.id = "bmp",
            .title = "Windows bitmap",
            .extensions = {"bmp", "dib"},
            .deepest = PixelDepth::uint8,
            .alpha = true,
            .metadata = false,
            .matches = matches,
            .inspect = inspect,
            .decode = decode,
            .encode = encode};
}

} // namespace palimpsest
