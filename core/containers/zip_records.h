// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/files/byte_source.h"

#include <cstring>
#include <string>
#include <vector>

namespace palimpsest {

inline constexpr std::uint64_t kZipLocalHeaderBytes = 30;
inline constexpr unsigned kZipSizesFollowFlag = 1u << 3;
/// Encrypted, strongly encrypted, and with a masked header.
inline constexpr unsigned kZipEncryptionFlags = 1u | 1u << 6 | 1u << 13;

/// Reads little-endian fields one after the other.
class ZipFields {
public:
    ZipFields(std::span<const std::byte> bytes, const std::string& origin) : bytes_(bytes), origin_(origin) {}

    template <typename Number>
    Number take() {
        Number value;
        std::memcpy(&value, takeBytes(sizeof value).data(), sizeof value);
        return value;
    }
    /// Throws Error(badInput) if there are fewer.
    std::span<const std::byte> takeBytes(std::size_t count);
    std::string takeText(std::size_t count);
    bool atEnd() const { return bytes_.empty(); }
    [[noreturn]] void refuse(const Message& rule) const;

private:
    std::span<const std::byte> bytes_;
    const std::string& origin_;
};

/// The end of an archive: where its directory lies.
struct ZipEnd {
    std::uint64_t entryCount = 0;
    std::uint64_t directoryBegin = 0;
    std::uint64_t directorySize = 0; ///< the directory ends where the end's records begin
};

struct ZipDirectoryRecord {
    unsigned flags = 0;
    unsigned method = 0;
    std::uint32_t checksum = 0;
    std::uint64_t compressedSize = 0;
    std::uint64_t size = 0;
    std::uint32_t disk = 0;
    std::uint64_t headerBegin = 0;
    std::string name;
};

struct ZipLocalHeader {
    unsigned flags = 0;
    unsigned method = 0;
    std::uint64_t compressedSize = 0;
    std::uint64_t size = 0;
    std::string name;
    std::uint64_t dataBegin = 0; ///< in the file
};

/// All throw Error(badInput) naming the file and the rule that it breaks.
ZipEnd readZipEnd(const ByteSource& file);
ZipDirectoryRecord readDirectoryRecord(ZipFields& fields);
ZipLocalHeader readZipLocalHeader(const ByteSource& file, std::uint64_t begin);

} // namespace palimpsest
