// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/crc32.h"

#include <array>

namespace palimpsest {
namespace {

/// table[k][b] is the effect of byte b followed by k zero bytes, so that eight bytes are taken at once.
using Tables = std::array<std::array<std::uint32_t, 256>, 8>;

constexpr Tables makeTables() {
    Tables tables{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t value = byte;
        for (int bit = 0; bit < 8; ++bit) {
            value = value & 1 ? value >> 1 ^ 0xedb88320u : value >> 1;
        }
        tables[0][byte] = value;
    }
    for (std::size_t byte = 0; byte < 256; ++byte) {
        for (std::size_t k = 1; k < 8; ++k) {
            const std::uint32_t before = tables[k - 1][byte];
            tables[k][byte] = before >> 8 ^ tables[0][before & 255];
        }
    }
    return tables;
}

constexpr Tables kTables = makeTables();

} // namespace

std::uint32_t crc32(std::span<const std::byte> bytes) {
    std::uint32_t value = 0xffffffffu;
    for (; bytes.size() >= 8; bytes = bytes.subspan(8)) {
        std::array<std::uint32_t, 8> next{};
        for (std::size_t i = 0; i < 8; ++i) {
            next[i] = std::to_integer<std::uint32_t>(bytes[i]) ^ (i < 4 ? value >> (8 * i) & 255 : 0);
        }
        value = 0;
        for (std::size_t i = 0; i < 8; ++i) {
            value ^= kTables[7 - i][next[i]];
        }
    }
    for (const std::byte byte : bytes) {
        value = value >> 8 ^ kTables[0][(value ^ std::to_integer<std::uint32_t>(byte)) & 255];
    }
    return ~value;
}

} // namespace palimpsest
