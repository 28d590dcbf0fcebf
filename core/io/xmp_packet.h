// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace palimpsest {

struct CleanPacket {
    std::string text;            ///< empty if it could not be cleaned
    bool hadAttachments = false; ///< it spoke of pictures or videos that are not kept
};

/// An XMP packet as it may stand in a file of the upright picture alone: its copy of the orientation reset, and without
/// what it says of gain maps, motion videos, depth maps and other data behind or beside the picture. Untouched, byte by
/// byte, if there is none of this. exiv2's lock must be held.
CleanPacket cleanedPacket(const std::string& packet);

} // namespace palimpsest
