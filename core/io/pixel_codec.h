// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"
#include "core/io/image_format.h"

#include <cstddef>
#include <span>
#include <string>

namespace palimpsest {

/// The pixels of a file whose header was inspected, as they are stored (not turned by EXIF), in the header's channels.
/// Throws Error(badInput) if the decoder fails or finds another size.
Image decodePixels(std::span<const std::byte> bytes, const ImageFormat& format, const ImageHeader& header,
                   const std::string& origin);

/// `image` in the deepest kind that a format holds: converted in depth, transparency over white where there is none.
Image fittedPixels(const Image& image, const ImageFormat& format);

/// True if no pixel is transparent.
bool isOpaque(const Image& image);

/// Colours divided by alpha; transparent pixels become black.
Image unmultiplied(const Image& image);

/// The picture turned and mirrored as the EXIF orientation 1 .. 8 asks; others leave it as it is.
Image oriented(const Image& image, int orientation);

} // namespace palimpsest
