// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/byte_source.h"

namespace palimpsest {

/// CRC-32 as zip archives use it.
std::uint32_t crc32(std::span<const std::byte> bytes);
/// Reads block by block. Throws as ByteSource::read() does.
std::uint32_t crc32OfRange(const ByteSource& file, std::uint64_t begin, std::uint64_t size);

} // namespace palimpsest
