// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/byte_reader.h"

#include "core/base/error.h"

#include <cstring>

namespace palimpsest {

std::span<const std::byte> ByteReader::part(std::size_t at, std::size_t length) const {
    if (at > bytes_.size() || length > bytes_.size() - at) {
        throw Error(ErrorCode::badInput, Message("%1 is truncated", origin_), "get a complete copy of it");
    }
    return bytes_.subspan(at, length);
}

bool ByteReader::has(std::size_t at, std::string_view text) const { return hasText(bytes_, at, text); }

std::uint32_t ByteReader::number(std::size_t at, std::size_t length) const {
    const std::span<const std::byte> digits = part(at, length);
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < length; ++i) {
        value = value << 8 | std::to_integer<std::uint32_t>(digits[order_ == ByteOrder::big ? i : length - 1 - i]);
    }
    return value;
}

bool hasText(std::span<const std::byte> bytes, std::size_t at, std::string_view text) {
    return at <= bytes.size() && text.size() <= bytes.size() - at &&
           std::memcmp(bytes.data() + at, text.data(), text.size()) == 0;
}

} // namespace palimpsest
