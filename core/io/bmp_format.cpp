// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/io/byte_reader.h"
#include "core/io/format_entries.h"
#include "core/io/image_limits.h"
#include "core/io/reading_notices.h"

#include <cmath>
#include <cstdlib>

// Windows bitmap: BITMAPFILEHEADER and BITMAPINFOHEADER.

namespace palimpsest {
namespace {

constexpr double kMetresPerInch = 0.0254;
constexpr std::size_t kFileHeader = 14;
constexpr std::uint32_t kInfoHeader = 40; ///< shorter ones are of OS/2, with 3 bytes a colour
constexpr std::uint32_t kRunLength8 = 1;
constexpr std::uint32_t kRunLength4 = 2;

bool matches(std::span<const std::byte> bytes) { return hasText(bytes, 0, "BM") && bytes.size() > 2; }

bool isGreyPalette(const ByteReader& reader, std::uint32_t infoSize, int bits) {
    const std::size_t step = infoSize < kInfoHeader ? 3 : 4;
    const std::uint32_t declared = infoSize < kInfoHeader ? 0 : reader.u32(46);
    if (declared > 256) {
        throw Error(ErrorCode::badInput, Message("%1 is damaged: its palette is too long", reader.origin()),
                    "get another copy of it");
    }
    const std::size_t colours = declared == 0 ? 1u << bits : declared;
    for (std::size_t i = 0; i < colours; ++i) {
        const std::size_t at = kFileHeader + infoSize + i * step;
        if (reader.u8(at) != reader.u8(at + 1) || reader.u8(at) != reader.u8(at + 2)) {
            return false;
        }
    }
    return true;
}

/// Uncompressed rows must be all there; run-length coded ones say their total.
void requireComplete(const ByteReader& reader, Size size, int bits, std::uint32_t compression) {
    const std::size_t pixels = reader.u32(10);
    if (compression == kRunLength8 || compression == kRunLength4) {
        reader.part(pixels, reader.u32(34));
        return;
    }
    const std::size_t row = (static_cast<std::size_t>(size.width) * static_cast<std::size_t>(bits) + 31) / 32 * 4;
    reader.part(pixels, row * static_cast<std::size_t>(size.height));
}

ImageHeader inspect(std::span<const std::byte> bytes, const std::string& origin) {
    const ByteReader reader(bytes, origin, ByteOrder::little);
    const std::uint32_t infoSize = reader.u32(kFileHeader);
    const bool old = infoSize < kInfoHeader;
    ImageHeader header;
    // A negative height says that the rows run from top to bottom.
    const auto height = old ? reader.u16(20) : std::int64_t{static_cast<std::int32_t>(reader.u32(22))};
    header.size = checkedSize(old ? reader.u16(18) : reader.u32(18), std::abs(height), origin);
    const int bits = reader.u16(old ? 24 : 28);
    const std::uint32_t compression = old ? 0 : reader.u32(30);
    if (bits != 1 && bits != 4 && bits != 8 && bits != 16 && bits != 24 && bits != 32) {
        throw Error(ErrorCode::badInput, Message("%1 is damaged: BMP does not allow %2 bits per pixel", origin, bits),
                    "get another copy of it");
    }
    constexpr std::uint32_t kLastCompression = 3;
    if (compression > kLastCompression) {
        throw Error(ErrorCode::badInput, Message("%1 is a BMP of a kind that cannot be decoded", origin),
                    "save it as PNG with another program");
    }
    header.channels = bits <= 8 && isGreyPalette(reader, infoSize, bits) ? 1 : 3;
    requireComplete(reader, header.size, bits, compression);
    if (bits <= 8 && header.channels == 3) {
        header.notices.emplace_back(kPaletteNotice);
    } else if (bits < 8) {
        header.notices.push_back(bitsNotice(bits));
    }
    header.dotsPerInchX = old ? 0 : reader.u32(38) * kMetresPerInch;
    header.dotsPerInchY = old ? 0 : reader.u32(42) * kMetresPerInch;
    return header;
}

std::vector<int> flags(const WriteOptions&, const ImageMetadata&) { return {}; }

/// The resolution, in the header.
void embed(std::vector<std::byte>& bytes, const ImageMetadata& metadata) {
    const auto put = [&](std::size_t at, double dotsPerInch) {
        const auto number = static_cast<std::uint32_t>(std::lround(dotsPerInch / kMetresPerInch));
        for (std::size_t i = 0; i < 4; ++i) {
            bytes[at + i] = static_cast<std::byte>(number >> (8 * i));
        }
    };
    put(38, metadata.dotsPerInchX);
    put(42, metadata.dotsPerInchY);
}

} // namespace

ImageFormat bmpFormat() {
    return {.id = "bmp",
            .title = "Windows bitmap",
            .extensions = {"bmp", "dib"},
            .deepest = PixelDepth::uint8,
            .alpha = false,
            .metadata = false,
            .matches = matches,
            .inspect = inspect,
            .flags = flags,
            .embed = embed};
}

} // namespace palimpsest
