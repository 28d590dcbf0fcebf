// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/containers/checksum.h"
#include "tests/core/containers/little_endian.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

/// Zip archives with any lie in them.
namespace palimpsest::testing {

/// One entry; what is not set is true.
struct ZipPart {
    std::string name;
    std::string data;
    unsigned method = 0;
    unsigned flags = 0;
    unsigned disk = 0;
    std::optional<std::uint32_t> checksum = {};
    std::optional<std::uint64_t> size = {}, compressedSize = {}, headerBegin = {}; ///< in the directory
    std::optional<std::uint64_t> localSize = {};
    std::optional<std::string> localName = {};
    std::optional<unsigned> localMethod = {}, localFlags = {};
    std::string extra = {}; ///< of the directory
};

struct ZipLies {
    bool zip64 = false;
    std::optional<std::uint64_t> count = {}, directorySize = {}, directoryBegin = {};
    std::optional<std::uint64_t> count64 = {}, directorySize64 = {}, directoryBegin64 = {}, end64Begin = {};
    unsigned disk = 0;
    std::string before = {}, after = {}, comment = {};
    std::string betweenDirectoryAndEnd = {};
};

inline std::string zipLocalHeader(const ZipPart& part) {
    const std::string name = part.localName.value_or(part.name);
    const std::uint64_t size = part.localSize.value_or(part.data.size());
    const auto checksum = part.checksum.value_or(crc32(std::as_bytes(std::span(part.data))));
    return "PK\x03\x04" + u16(20) + u16(part.localFlags.value_or(part.flags)) +
           u16(part.localMethod.value_or(part.method)) + u32(0) + u32(checksum) + u32(size) + u32(size) +
           u16(name.size()) + u16(0) + name;
}

inline std::string zipDirectoryRecord(const ZipPart& part, std::uint64_t begin) {
    const auto checksum = part.checksum.value_or(crc32(std::as_bytes(std::span(part.data))));
    const std::uint64_t size = part.size.value_or(part.data.size());
    return "PK\x01\x02" + u16(20) + u16(20) + u16(part.flags) + u16(part.method) + u32(0) + u32(checksum) +
           u32(part.compressedSize.value_or(size)) + u32(size) + u16(part.name.size()) + u16(part.extra.size()) +
           u16(0) + u16(part.disk) + std::string(6, '\0') + u32(part.headerBegin.value_or(begin)) + part.name +
           part.extra;
}

inline std::string zipEnd(const ZipLies& lies, std::uint64_t count, std::uint64_t begin, std::uint64_t size) {
    std::string result;
    if (lies.zip64) {
        result += "PK\x06\x06" + u64(44) + u16(30) + u16(45) + u32(lies.disk) + u32(0) +
                  u64(lies.count64.value_or(count)) + u64(lies.count64.value_or(count)) +
                  u64(lies.directorySize64.value_or(size)) + u64(lies.directoryBegin64.value_or(begin));
        result += "PK\x06\x07" + u32(0) + u64(lies.end64Begin.value_or(begin + size)) + u32(1);
    }
    return result + "PK\x05\x06" + u16(lies.disk) + u16(0) + u16(lies.count.value_or(count)) +
           u16(lies.count.value_or(count)) + u32(lies.directorySize.value_or(size)) +
           u32(lies.directoryBegin.value_or(begin)) + u16(lies.comment.size()) + lies.comment;
}

inline std::string zipOf(const std::vector<ZipPart>& parts, const ZipLies& lies = {}) {
    std::string entries = lies.before;
    std::string directory;
    for (const ZipPart& part : parts) {
        directory += zipDirectoryRecord(part, entries.size());
        entries += zipLocalHeader(part) + part.data;
    }
    return entries + directory + lies.betweenDirectoryAndEnd +
           zipEnd(lies, parts.size(), entries.size(), directory.size()) + lies.after;
}

/// The entries of a file of torch.save with one storage "0".
inline std::vector<ZipPart> torchParts(const std::string& pickle, const std::string& numbers = std::string(16, 'n')) {
    return {{"a/data.pkl", pickle}, {"a/byteorder", "little"}, {"a/data/0", numbers}, {"a/version", "3\n"}};
}

inline std::string torchArchive(const std::string& pickle, const std::string& numbers = std::string(16, 'n')) {
    return zipOf(torchParts(pickle, numbers));
}

} // namespace palimpsest::testing
