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

/// Reads what a file of a format with metadata carries. Damaged metadata is left out: it must not keep the pixels from
/// their owner. An ICC profile that is not for the `channels` of the decoded picture is left out too.
EmbeddedMetadata readMetadata(std::span<const std::byte> bytes, int channels);

/// Encoded bytes with metadata put in; the EXIF size is set to `size`. What the format cannot hold (an EXIF block above
/// 64 KiB in JPEG, a profile for another number of channels) is left out.
std::vector<std::byte> withMetadata(std::vector<std::byte> encoded, const ImageMetadata& metadata, Size size, int channels);

} // namespace palimpsest
