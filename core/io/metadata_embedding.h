// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/image/image.h"

#include <cstddef>
#include <string>
#include <vector>

namespace palimpsest {

// What a written file could not take.
inline constexpr char kXmpLoss[] = "the XMP data of the picture do not fit into the file and were left out";
inline constexpr char kIptcLoss[] = "the IPTC data of the picture do not fit into the file and were left out";
inline constexpr char kExifLoss[] = "the EXIF data of the picture do not fit into the file and were left out";
inline constexpr char kProfileLoss[] =
    "the colour profile of the picture does not fit into the file: its colours will be taken for sRGB";

/// Of these entries of EXIF.
Message longExifLoss(const std::vector<std::string>& entries);

/// Puts metadata into an encoded TIFF or PNG through exiv2. If it refuses, XMP, IPTC and EXIF are left out in this
/// order until the rest is taken, and said in `losses`.
void embedByLibrary(std::vector<std::byte>& encoded, const ImageMetadata& metadata, std::vector<Message>& losses);

/// Puts metadata into an encoded JPEG, as segments behind its first. The profile arrives in as many segments as it
/// needs (16 MiB fit); EXIF is cut down to the 64 KiB of one, the longest entries first; XMP and IPTC that do not fit
/// into one are left out; all of it is said in `losses`.
void embedInJpeg(std::vector<std::byte>& encoded, const ImageMetadata& metadata, std::vector<Message>& losses);

} // namespace palimpsest
