// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace palimpsest::testing {

template <typename Number>
std::string bytesOf(Number number) {
    return {reinterpret_cast<const char*>(&number), sizeof number};
}

inline std::string u16(std::uint64_t number) { return bytesOf(static_cast<std::uint16_t>(number)); }
inline std::string u32(std::uint64_t number) { return bytesOf(static_cast<std::uint32_t>(number)); }
inline std::string u64(std::uint64_t number) { return bytesOf(number); }

} // namespace palimpsest::testing
