// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/byte_source.h"

#include <string>
#include <vector>

namespace palimpsest {

/// An uncompressed entry: `size` bytes of the file from `begin` on.
struct ZipEntry {
    std::string name; ///< a relative path with '/', without "..", empty parts and control characters
    std::uint64_t begin = 0;
    std::uint64_t size = 0;
    std::uint32_t checksum = 0; ///< CRC-32 as recorded; PyTorch can write 0 for none
};

/// Whether the first bytes are those of a zip archive.
bool looksLikeZip(std::span<const std::byte> head);

/// Reads the directory of a zip archive (PKWARE APPNOTE 6.3, with zip64) that fills the file from its first byte to its
/// last. Strict: every entry is stored (no compression, no encryption, one disk), its local header agrees with the
/// directory, entries lie apart and before the directory, names are unique. Nothing is extracted.
/// Throws Error(badInput) naming the file and the rule that it breaks.
std::vector<ZipEntry> readZipDirectory(const ByteSource& file);

} // namespace palimpsest
