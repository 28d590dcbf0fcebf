// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "core/base/message.h"
#include "core/image/image.h"

#include <cstddef>
#include <span>
#include <vector>

namespace palimpsest {

/// Metadata as found in a file, and what it asks of the pixels.
struct EmbeddedMetadata {
    ImageMetadata metadata; ///< orientation reset, without the embedded thumbnail, which would show the old picture
    int orientation = 1;    ///< EXIF, 1 .. 8
    std::vector<Message> notices = {}; ///< what was left out or changed
};

/// Reads what a file of a format with metadata carries. Damaged metadata is left out: it must not make the picture
/// unreadable. Of an RGB profile of a grey picture the tones are kept; any other profile that is not for the `channels`
/// of the decoded picture is left out. What XMP says of data behind or beside the picture is taken off.
EmbeddedMetadata readMetadata(std::span<const std::byte> bytes, int channels);

/// What is to be written into a file of a picture of `size` and `channels`: the EXIF size is set; a profile for other
/// channels is left out; `resolutionInExif` puts the resolution there if it is missing.
ImageMetadata preparedMetadata(const ImageMetadata& metadata, Size size, int channels, bool resolutionInExif);

} // namespace palimpsest
