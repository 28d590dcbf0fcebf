// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace palimpsest {

/// How the samples of a TIFF become a picture.
struct TiffKind {
    Size size;
    int channels = 0;
    PixelDepth depth = PixelDepth::uint8;
    /// The library makes 8-bit RGB of palettes, inks, YCbCr and fewer than 8 bits; else samples are taken as they are.
    bool isConverted = false;
    bool isInverted = false; ///< zero is white; taken samples only
};

/// The first picture, not turned by its orientation, alpha as it is stored. Samples are whole numbers of 8 or 16 bits,
/// or floats of 16, 32 or 64; planes may be separate. Throws Error(badInput) if any pixel cannot be decoded.
Image decodeTiff(std::span<const std::byte> bytes, const TiffKind& kind, const std::string& origin);

/// LZW with a predictor, floats uncompressed; alpha is marked as not multiplied into the colours. The resolution and
/// the profile are written, other metadata is not. Throws Error(failed).
std::vector<std::byte> encodeTiff(const Image& image, const ImageMetadata& metadata);

} // namespace palimpsest
