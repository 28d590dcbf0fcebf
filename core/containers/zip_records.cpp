// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/containers/zip_records.h"

#include "core/containers/file_refusal.h"

#include <array>
#include <bit>
#include <limits>

static_assert(std::endian::native == std::endian::little, "the format and this reader are little-endian");

namespace palimpsest {
namespace {

constexpr std::uint32_t kLocalSignature = 0x04034b50;
constexpr std::uint32_t kDirectorySignature = 0x02014b50;
constexpr std::uint32_t kEndSignature = 0x06054b50;
constexpr std::uint32_t kEnd64Signature = 0x06064b50;
constexpr std::uint32_t kLocator64Signature = 0x07064b50;
constexpr std::uint64_t kEndBytes = 22;
constexpr std::uint64_t kEnd64Bytes = 56;
constexpr std::uint64_t kLocator64Bytes = 20;
constexpr std::uint16_t kExtra64 = 1;
constexpr std::uint32_t kElsewhere32 = std::numeric_limits<std::uint32_t>::max(); ///< "see the zip64 field"
constexpr std::uint16_t kElsewhere16 = std::numeric_limits<std::uint16_t>::max();

template <std::size_t count>
std::array<std::byte, count> bytesAt(const ByteSource& file, std::uint64_t begin) {
    std::array<std::byte, count> bytes;
    file.read(begin, bytes);
    return bytes;
}

/// Replaces the numbers that stand in the zip64 field by those. `numbers` in the order of the field.
void resolve64(std::span<const std::byte> extra, const ZipFields& record, std::span<std::uint64_t* const> numbers,
               const std::string& name) {
    std::vector<std::uint64_t*> missing;
    for (std::uint64_t* number : numbers) {
        if (*number == kElsewhere32) {
            missing.push_back(number);
        }
    }
    if (missing.empty()) {
        return;
    }
    while (extra.size() >= 4) {
        std::uint16_t kind = 0;
        std::uint16_t length = 0;
        std::memcpy(&kind, extra.data(), 2);
        std::memcpy(&length, extra.data() + 2, 2);
        extra = extra.subspan(4);
        if (length > extra.size()) {
            break;
        }
        if (kind == kExtra64 && length >= missing.size() * 8) {
            for (std::uint64_t* number : missing) {
                std::memcpy(number, extra.data(), 8);
                extra = extra.subspan(8);
            }
            return;
        }
        extra = extra.subspan(length);
    }
    record.refuse(Message("the zip64 field of \"%1\" is missing or too short", shown(name)));
}

/// The end record of archives that need 64 bits; PyTorch always writes it.
ZipEnd readEnd64(const ByteSource& file, std::uint64_t locatorBegin) {
    const auto locatorBytes = bytesAt<kLocator64Bytes>(file, locatorBegin);
    ZipFields locator(locatorBytes, file.name());
    locator.takeBytes(8);
    const auto begin = locator.take<std::uint64_t>();
    if (locatorBegin < kEnd64Bytes || begin != locatorBegin - kEnd64Bytes) {
        locator.refuse("its zip64 end record is not where it says");
    }
    const auto bytes = bytesAt<kEnd64Bytes>(file, begin);
    ZipFields fields(bytes, file.name());
    if (fields.take<std::uint32_t>() != kEnd64Signature || fields.take<std::uint64_t>() != kEnd64Bytes - 12) {
        fields.refuse("its zip64 end record is not where it says");
    }
    fields.takeBytes(4); // versions
    const bool oneDisk = fields.take<std::uint64_t>() == 0;
    const auto here = fields.take<std::uint64_t>();
    ZipEnd end;
    end.entryCount = fields.take<std::uint64_t>();
    end.directorySize = fields.take<std::uint64_t>();
    end.directoryBegin = fields.take<std::uint64_t>();
    if (!oneDisk || here != end.entryCount) {
        fields.refuse("it is part of an archive of several disks");
    }
    if (end.directoryBegin > begin || end.directorySize != begin - end.directoryBegin) {
        fields.refuse("its zip64 directory is not where it says");
    }
    return end;
}

bool agree(const ZipEnd& end, const ZipEnd& end64) {
    return (end.entryCount == kElsewhere16 || end.entryCount == end64.entryCount) &&
           (end.directorySize == kElsewhere32 || end.directorySize == end64.directorySize) &&
           (end.directoryBegin == kElsewhere32 || end.directoryBegin == end64.directoryBegin);
}

} // namespace

std::span<const std::byte> ZipFields::takeBytes(std::size_t count) {
    if (count > bytes_.size()) {
        refuse("one of its records is truncated");
    }
    const auto result = bytes_.first(count);
    bytes_ = bytes_.subspan(count);
    return result;
}

std::string ZipFields::takeText(std::size_t count) {
    const auto bytes = takeBytes(count);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void ZipFields::refuse(const Message& rule) const { throw invalidFile(origin_, "zip", rule); }

ZipEnd readZipEnd(const ByteSource& file) {
    if (file.size() < kEndBytes) {
        throw invalidFile(file.name(), "zip", "it ends before its directory");
    }
    const std::uint64_t endBegin = file.size() - kEndBytes;
    const auto bytes = bytesAt<kEndBytes>(file, endBegin);
    ZipFields fields(bytes, file.name());
    if (fields.take<std::uint32_t>() != kEndSignature || bytes[kEndBytes - 2] != std::byte{0} ||
        bytes[kEndBytes - 1] != std::byte{0}) {
        fields.refuse("it does not end with a directory, as after an interrupted download");
    }
    const bool oneDisk = fields.take<std::uint32_t>() == 0;
    const auto here = fields.take<std::uint16_t>();
    ZipEnd end;
    end.entryCount = fields.take<std::uint16_t>();
    end.directorySize = fields.take<std::uint32_t>();
    end.directoryBegin = fields.take<std::uint32_t>();
    if (!oneDisk || here != end.entryCount) {
        fields.refuse("it is part of an archive of several disks");
    }
    if (endBegin >= kLocator64Bytes) {
        const std::uint64_t locatorBegin = endBegin - kLocator64Bytes;
        const auto signature = std::bit_cast<std::uint32_t>(bytesAt<4>(file, locatorBegin));
        if (signature == kLocator64Signature) {
            const ZipEnd end64 = readEnd64(file, locatorBegin);
            if (!agree(end, end64)) {
                fields.refuse("its two end records do not agree");
            }
            return end64;
        }
    }
    if (end.directoryBegin > endBegin || end.directorySize != endBegin - end.directoryBegin) {
        fields.refuse("its directory is not where it says");
    }
    return end;
}

ZipDirectoryRecord readDirectoryRecord(ZipFields& fields) {
    if (fields.take<std::uint32_t>() != kDirectorySignature) {
        fields.refuse("its directory holds something that is not an entry");
    }
    ZipDirectoryRecord record;
    fields.takeBytes(4); // versions
    record.flags = fields.take<std::uint16_t>();
    record.method = fields.take<std::uint16_t>();
    fields.takeBytes(4); // time
    record.checksum = fields.take<std::uint32_t>();
    record.compressedSize = fields.take<std::uint32_t>();
    record.size = fields.take<std::uint32_t>();
    const auto nameLength = fields.take<std::uint16_t>();
    const auto extraLength = fields.take<std::uint16_t>();
    const auto commentLength = fields.take<std::uint16_t>();
    record.disk = fields.take<std::uint16_t>();
    fields.takeBytes(6); // attributes
    record.headerBegin = fields.take<std::uint32_t>();
    record.name = fields.takeText(nameLength);
    const auto extra = fields.takeBytes(extraLength);
    fields.takeBytes(commentLength);
    resolve64(extra, fields, std::array{&record.size, &record.compressedSize, &record.headerBegin}, record.name);
    return record;
}

ZipLocalHeader readZipLocalHeader(const ByteSource& file, std::uint64_t begin) {
    const auto bytes = bytesAt<kZipLocalHeaderBytes>(file, begin);
    ZipFields fields(bytes, file.name());
    if (fields.take<std::uint32_t>() != kLocalSignature) {
        fields.refuse("an entry of its directory points to something that is not a header");
    }
    ZipLocalHeader header;
    fields.takeBytes(2); // version
    header.flags = fields.take<std::uint16_t>();
    header.method = fields.take<std::uint16_t>();
    fields.takeBytes(8); // time, checksum
    header.compressedSize = fields.take<std::uint32_t>();
    header.size = fields.take<std::uint32_t>();
    const auto nameLength = fields.take<std::uint16_t>();
    const auto extraLength = fields.take<std::uint16_t>();
    std::vector<std::byte> rest(std::size_t{nameLength} + extraLength);
    file.read(begin + kZipLocalHeaderBytes, rest);
    ZipFields texts(rest, file.name());
    header.name = texts.takeText(nameLength);
    resolve64(texts.takeBytes(extraLength), fields, std::array{&header.size, &header.compressedSize}, header.name);
    header.dataBegin = begin + kZipLocalHeaderBytes + rest.size();
    return header;
}

} // namespace palimpsest
