// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace palimpsest {

enum class ByteOrder { little, big };

/// Numbers out of the bytes of a file. Every access is checked: beyond the end it throws Error(badInput), "`origin` is
/// truncated".
class ByteReader {
public:
    ByteReader(std::span<const std::byte> bytes, std::string origin, ByteOrder order)
        : bytes_(bytes), origin_(std::move(origin)), order_(order) {}

    std::size_t size() const { return bytes_.size(); }
    const std::string& origin() const { return origin_; }
    std::uint8_t u8(std::size_t at) const { return static_cast<std::uint8_t>(number(at, 1)); }
    std::uint16_t u16(std::size_t at) const { return static_cast<std::uint16_t>(number(at, 2)); }
    std::uint32_t u24(std::size_t at) const { return number(at, 3); }
    std::uint32_t u32(std::size_t at) const { return number(at, 4); }
    std::span<const std::byte> part(std::size_t at, std::size_t length) const;
    /// True if the bytes at `at` are those of `text`; false beyond the end.
    bool has(std::size_t at, std::string_view text) const;

private:
    std::uint32_t number(std::size_t at, std::size_t length) const;

    std::span<const std::byte> bytes_;
    std::string origin_;
    ByteOrder order_;
};

/// True if `bytes` has `text` at `at`.
bool hasText(std::span<const std::byte> bytes, std::size_t at, std::string_view text);

} // namespace palimpsest
