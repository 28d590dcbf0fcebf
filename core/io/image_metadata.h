// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "core/image/image.h"

#include <cstddef>
#include <span>
#include <vector>

namespace palimpsest {

/// Metadata as found in a file, and what it asks of the pixels.
struct EmbeddedMetadata {
    ImageMetadata metadata; ///< orientation reset, without the embedded thumbnail, which would show the old picture
    int orientation = 1;    ///< EXIF, 1 .. 8
};

/// Reads what a file of a format with metadata carries. Damaged metadata is left out: it must not make the picture
/// unreadable. An ICC profile that is not for the `channels` of the decoded picture is left out too.
EmbeddedMetadata readMetadata(std::span<const std::byte> bytes, int channels);

/// What is to be written into a file of a picture of `size` and `channels`: the EXIF size is set, and EXIF cut down to
/// the 64 KiB of its standard; a profile for other channels is left out; `resolutionInExif` puts the resolution there
/// if it is missing.
ImageMetadata preparedMetadata(const ImageMetadata& metadata, Size size, int channels, bool resolutionInExif);

/// Puts metadata into an encoded JPEG or TIFF through exiv2. An XMP packet above 64 KiB does not fit into JPEG and is
/// left out.
void embedByLibrary(std::vector<std::byte>& encoded, const ImageMetadata& metadata);

} // namespace palimpsest
