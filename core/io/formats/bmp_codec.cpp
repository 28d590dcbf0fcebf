// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/formats/bmp_codec.h"

#include "core/base/error.h"

#include <bit>
#include <cmath>

namespace palimpsest {
namespace {

constexpr double kMetresPerInch = 0.0254;

Error damaged(const ByteReader& reader) {
    return Error(ErrorCode::badInput, Message("%1 is damaged: its pixels cannot be decoded", reader.origin()),
                 "get another copy of it");
}

/// The bits of a mask, as 0 .. 255.
std::byte component(std::uint32_t pixel, std::uint32_t mask) {
    if (mask == 0) {
        return std::byte{0};
    }
    const int shift = std::countr_zero(mask);
    const std::uint64_t most = mask >> shift;
    return static_cast<std::byte>(((pixel & mask) >> shift) * std::uint64_t{255} / most);
}

/// Palette indices [height][width], from the top.
class Indices {
public:
    Indices(const BmpLayout& layout, const ByteReader& reader)
        : layout_(layout), reader_(reader),
          values_(static_cast<std::size_t>(layout.size.width) * layout.size.height, 0) {}

    std::vector<std::uint8_t> plain() {
        for (int row = 0; row < layout_.size.height; ++row) {
            const std::size_t at = layout_.pixels + static_cast<std::size_t>(row) * layout_.rowBytes();
            for (int x = 0; x < layout_.size.width; ++x) {
                const int bit = x * layout_.bits;
                const int shift = 8 - layout_.bits - bit % 8;
                put(x, row, reader_.u8(at + static_cast<std::size_t>(bit / 8)) >> shift & ((1 << layout_.bits) - 1));
            }
        }
        return std::move(values_);
    }

    /// BI_RLE8 and BI_RLE4: pairs of a count and a value, or of 0 and an escape.
    std::vector<std::uint8_t> runs() {
        std::size_t at = layout_.pixels;
        int x = 0;
        int row = 0;
        for (;;) {
            const int count = reader_.u8(at);
            const int value = reader_.u8(at + 1);
            at += 2;
            if (count > 0) {
                run(x, row, count, value);
            } else if (value == 0) { // end of the row
                x = 0;
                ++row;
            } else if (value == 1) { // end of the picture
                return std::move(values_);
            } else if (value == 2) { // a step
                x += reader_.u8(at);
                row += reader_.u8(at + 1);
                at += 2;
            } else {
                at += literal(x, row, value, at);
            }
        }
    }

private:
    void put(int x, int row, int value) {
        if (x >= layout_.size.width || row >= layout_.size.height) {
            throw damaged(reader_);
        }
        const int y = layout_.isTopDown ? row : layout_.size.height - 1 - row;
        values_[static_cast<std::size_t>(y) * layout_.size.width + x] = static_cast<std::uint8_t>(value);
    }

    int half(int pair, int index) const { return layout_.bits == 8 ? pair : index % 2 == 0 ? pair >> 4 : pair & 15; }

    void run(int& x, int row, int count, int value) {
        for (int i = 0; i < count; ++i) {
            put(x++, row, half(value, i));
        }
    }

    /// `count` values as they are, to a whole number of words; the bytes that they take.
    std::size_t literal(int& x, int row, int count, std::size_t at) {
        for (int i = 0; i < count; ++i) {
            put(x++, row, half(reader_.u8(at + static_cast<std::size_t>(layout_.bits == 8 ? i : i / 2)), i));
        }
        const std::size_t bytes = static_cast<std::size_t>(layout_.bits == 8 ? count : (count + 1) / 2);
        return bytes + bytes % 2;
    }

    const BmpLayout& layout_;
    const ByteReader& reader_;
    std::vector<std::uint8_t> values_;
};

std::vector<std::byte> coloursOf(const BmpLayout& layout, const ByteReader& reader) {
    Indices indices(layout, reader);
    const auto values = layout.isRunLength ? indices.runs() : indices.plain();
    std::vector<std::byte> pixels;
    pixels.reserve(values.size() * static_cast<std::size_t>(layout.channels()));
    for (const std::uint8_t index : values) {
        if (index >= layout.palette.size()) {
            throw damaged(reader);
        }
        for (int channel = 0; channel < layout.channels(); ++channel) {
            pixels.push_back(static_cast<std::byte>(layout.palette[index][static_cast<std::size_t>(channel)]));
        }
    }
    return pixels;
}

std::vector<std::byte> trueColoursOf(const BmpLayout& layout, const ByteReader& reader) {
    std::vector<std::byte> pixels;
    pixels.reserve(static_cast<std::size_t>(layout.size.width) * layout.size.height *
                   static_cast<std::size_t>(layout.channels()));
    for (int y = 0; y < layout.size.height; ++y) {
        for (int x = 0; x < layout.size.width; ++x) {
            const std::uint32_t pixel = bmpPixel(layout, reader, x, y);
            for (int channel = 0; channel < layout.channels(); ++channel) {
                pixels.push_back(component(pixel, layout.masks[static_cast<std::size_t>(channel)]));
            }
        }
    }
    return pixels;
}

void append(std::vector<std::byte>& bytes, std::uint32_t number, int byteCount = 4) {
    for (int i = 0; i < byteCount; ++i) {
        bytes.push_back(static_cast<std::byte>(number >> (8 * i)));
    }
}

std::uint32_t dotsPerMetre(double dotsPerInch) {
    return static_cast<std::uint32_t>(std::lround(dotsPerInch / kMetresPerInch));
}

/// BITMAPV4HEADER beyond the first 40 bytes: masks and "sRGB".
void appendVersion4(std::vector<std::byte>& bytes) {
    for (const std::uint32_t mask : {0xff0000u, 0xff00u, 0xffu, 0xff000000u, 0x73524742u}) {
        append(bytes, mask);
    }
    bytes.insert(bytes.end(), 48, std::byte{0}); // end points and gamma, which sRGB leaves open
}

void appendRow(std::vector<std::byte>& bytes, const Image& image, int y) {
    const std::size_t start = bytes.size();
    const auto row = image.row(y);
    const auto channels = static_cast<std::size_t>(image.channels());
    for (std::size_t at = 0; at < row.size(); at += channels) {
        if (channels == 1) {
            bytes.push_back(row[at]);
            continue;
        }
        bytes.insert(bytes.end(), {row[at + 2], row[at + 1], row[at]});
        if (channels == 4) {
            bytes.push_back(row[at + 3]);
        }
    }
    bytes.insert(bytes.end(), (4 - (bytes.size() - start) % 4) % 4, std::byte{0});
}

} // namespace

std::size_t BmpLayout::rowBytes() const {
    return (static_cast<std::size_t>(size.width) * static_cast<std::size_t>(bits) + 31) / 32 * 4;
}

std::uint32_t bmpPixel(const BmpLayout& layout, const ByteReader& reader, int x, int y) {
    const int row = layout.isTopDown ? y : layout.size.height - 1 - y;
    const std::size_t bytes = static_cast<std::size_t>(layout.bits / 8);
    const std::size_t at =
        layout.pixels + static_cast<std::size_t>(row) * layout.rowBytes() + static_cast<std::size_t>(x) * bytes;
    return bytes == 2 ? reader.u16(at) : bytes == 3 ? reader.u24(at) : reader.u32(at);
}

Image decodeBmp(const BmpLayout& layout, const ByteReader& reader) {
    return {layout.size, layout.channels(), PixelDepth::uint8,
            layout.bits <= 8 ? coloursOf(layout, reader) : trueColoursOf(layout, reader)};
}

std::vector<std::byte> encodeBmp(const Image& image, double dotsPerInchX, double dotsPerInchY) {
    if (image.isNull() || image.depth() != PixelDepth::uint8 || image.channels() == 2) {
        throw Bug("BMP holds grey, RGB and RGBA pictures of 8 bits");
    }
    const bool hasAlpha = image.channels() == 4;
    const std::uint32_t headers = 14 + (hasAlpha ? 108 : 40);
    const std::uint32_t colours = image.channels() == 1 ? 256 : 0;
    const std::size_t row = (image.rowByteSize() + 3) / 4 * 4;
    const auto pixels = static_cast<std::uint32_t>(row * static_cast<std::size_t>(image.height()));
    std::vector<std::byte> bytes{std::byte{'B'}, std::byte{'M'}};
    for (const std::uint32_t number :
         {headers + 4 * colours + pixels, 0u, headers + 4 * colours, headers - 14,
          static_cast<std::uint32_t>(image.width()), static_cast<std::uint32_t>(image.height())}) {
        append(bytes, number);
    }
    append(bytes, 1, 2); // planes
    append(bytes, static_cast<std::uint32_t>(image.channels()) * 8, 2);
    constexpr std::uint32_t kBitFields = 3;
    for (const std::uint32_t number :
         {hasAlpha ? kBitFields : 0u, pixels, dotsPerMetre(dotsPerInchX), dotsPerMetre(dotsPerInchY), colours, 0u}) {
        append(bytes, number);
    }
    if (hasAlpha) {
        appendVersion4(bytes);
    }
    for (std::uint32_t i = 0; i < colours; ++i) {
        append(bytes, i * 0x10101u);
    }
    for (int y = image.height() - 1; y >= 0; --y) {
        appendRow(bytes, image, y);
    }
    return bytes;
}

} // namespace palimpsest
