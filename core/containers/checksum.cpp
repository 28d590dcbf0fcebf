// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/containers/checksum.h"

#include <algorithm>
#include <vector>
#include <zlib.h>

namespace palimpsest {
namespace {

constexpr std::uint64_t kBlock = 1u << 20;

uLong extended(uLong checksum, std::span<const std::byte> bytes) {
    return ::crc32_z(checksum, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
}

} // namespace

std::uint32_t crc32(std::span<const std::byte> bytes) {
    return bytes.empty() ? 0 : static_cast<std::uint32_t>(extended(0, bytes));
}

std::uint32_t crc32OfRange(const ByteSource& file, std::uint64_t begin, std::uint64_t size) {
    uLong checksum = 0;
    std::vector<std::byte> buffer(std::min(size, kBlock));
    while (size > 0) {
        const std::span<std::byte> block(buffer.data(), std::min(size, kBlock));
        file.read(begin, block);
        checksum = extended(checksum, block);
        begin += block.size();
        size -= block.size();
    }
    return static_cast<std::uint32_t>(checksum);
}

} // namespace palimpsest
