// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"
#include "core/io/byte_reader.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace palimpsest {

/// How the pixels of a Windows bitmap lie in its file.
struct BmpLayout {
    Size size;
    bool isTopDown = false;
    int bits = 0; ///< of a pixel: 1, 4, 8 with palette or grey, 16, 24, 32
    bool isRunLength = false;
    std::size_t pixels = 0;                           ///< where they begin
    std::vector<std::array<std::uint8_t, 3>> palette; ///< R, G, B; of 8 bits a pixel and fewer
    bool isGrey = false;                              ///< every colour of the palette is
    std::array<std::uint32_t, 4> masks{};             ///< bits of R, G, B and alpha in pixels of 16 and 32 bits
    bool hasAlpha = false;                            ///< declared, and not zero everywhere

    int channels() const { return isGrey ? 1 : hasAlpha ? 4 : 3; }
    std::size_t rowBytes() const;
};

/// A pixel of 16 or 32 bits.
std::uint32_t bmpPixel(const BmpLayout& layout, const ByteReader& reader, int x, int y);

/// Throws Error(badInput) for runs that leave the picture or indices beyond the palette.
Image decodeBmp(const BmpLayout& layout, const ByteReader& reader);

/// Grey, RGB or RGBA of 8 bits (else Bug); alpha in a header of version 4.
std::vector<std::byte> encodeBmp(const Image& image, double dotsPerInchX, double dotsPerInchY);

} // namespace palimpsest
