// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace palimpsest {

/// The checksum of PNG, zlib and ISO 3309: polynomial 0xedb88320 (reflected), start and end complemented.
std::uint32_t crc32(std::span<const std::byte> bytes);

} // namespace palimpsest
