// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"
#include "core/io/image_format.h"

#include <cstddef>
#include <string>
#include <vector>

namespace palimpsest {

/// The pixels of a file whose header was inspected, as they are stored (not turned by EXIF), in the header's channels.
/// Throws Error(badInput) if the decoder fails or finds another size.
Image decodePixels(std::vector<std::byte> bytes, const ImageFormat& format, const ImageHeader& header,
                   const std::string& origin);

/// The file of `image` in a format, in the deepest kind that it holds: converted in depth, transparency over white
/// where there is none, grey+alpha as RGBA. `metadata` says the resolution to formats whose encoder takes it; nothing
/// else is embedded. Throws Error(failed).
std::vector<std::byte> encodePixels(const Image& image, const ImageFormat& format, const WriteOptions& options,
                                    const ImageMetadata& metadata);

/// The picture turned and mirrored as the EXIF orientation 1 .. 8 asks; others leave it as it is.
Image oriented(const Image& image, int orientation);

} // namespace palimpsest
