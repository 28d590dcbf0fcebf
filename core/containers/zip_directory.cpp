// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/containers/zip_directory.h"

#include "core/containers/file_refusal.h"
#include "core/containers/zip_records.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace palimpsest {
namespace {

constexpr std::uint64_t kLargestDirectory = 16u << 20;
constexpr std::size_t kLongestName = 1024;

/// Whether `name` stays inside the archive on every system.
bool isInsidePath(const std::string& name) {
    if (name.empty() || name.size() > kLongestName || !isPlainUtf8(name) || name.find('\\') != std::string::npos) {
        return false;
    }
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('/', begin), name.size());
        const std::string_view part = std::string_view(name).substr(begin, end - begin);
        if (part.empty() || part == "." || part == "..") {
            return false;
        }
        begin = end + 1;
    }
    return true;
}

class DirectoryReader {
public:
    explicit DirectoryReader(const ByteSource& file) : file_(file) {}

    std::vector<ZipEntry> read() {
        const ZipEnd end = readZipEnd(file_);
        if (end.directorySize > kLargestDirectory) {
            refuse("its directory is larger than 16 MiB");
        }
        directoryBegin_ = end.directoryBegin;
        std::vector<std::byte> bytes(end.directorySize);
        file_.read(end.directoryBegin, bytes);
        ZipFields fields(bytes, file_.name());
        std::vector<Located> entries;
        for (std::uint64_t i = 0; i < end.entryCount; ++i) {
            entries.push_back(located(readDirectoryRecord(fields)));
        }
        if (!fields.atEnd()) {
            refuse("its directory holds more entries than it counts");
        }
        checkApart(entries);
        return takeEntries(std::move(entries));
    }

private:
    struct Located {
        ZipEntry entry;
        std::uint64_t headerBegin;
    };

    [[noreturn]] void refuse(const Message& rule) const { throw invalidFile(file_.name(), "zip", rule); }

    /// Checks one record of the directory against the local header that it points to.
    Located located(const ZipDirectoryRecord& record) {
        const std::string name = "\"" + shown(record.name) + "\"";
        if (!isInsidePath(record.name)) {
            refuse(Message("the name %1 is not a path inside an archive", name));
        }
        if (!names_.insert(record.name).second) {
            refuse(Message("it has %1 twice", name));
        }
        checkStored(record);
        if (record.headerBegin > directoryBegin_ || directoryBegin_ - record.headerBegin < kZipLocalHeaderBytes) {
            refuse(Message("the header of %1 lies outside the entries", name));
        }
        const std::uint64_t begin = checkedDataBegin(record);
        if (begin > directoryBegin_ || record.size > directoryBegin_ - begin) {
            refuse(Message("the bytes of %1 lie outside the entries", name));
        }
        return {{record.name, begin, record.size, record.checksum}, record.headerBegin};
    }

    void checkStored(const ZipDirectoryRecord& record) const {
        const std::string name = "\"" + shown(record.name) + "\"";
        if ((record.flags & kZipEncryptionFlags) != 0) {
            refuse(Message("%1 is encrypted", name));
        }
        if (record.method != 0) {
            refuse(Message("%1 is compressed, which PyTorch never does", name));
        }
        if (record.compressedSize != record.size) {
            refuse(Message("%1 has two different sizes", name));
        }
        if (record.disk != 0) {
            refuse(Message("%1 lies on another disk", name));
        }
    }

    /// Where the bytes of the entry begin, past its local header.
    std::uint64_t checkedDataBegin(const ZipDirectoryRecord& record) const {
        const ZipLocalHeader local = readZipLocalHeader(file_, record.headerBegin);
        const bool sizesFollow = (local.flags & kZipSizesFollowFlag) != 0;
        const bool sizesAgree = local.size == record.size && local.compressedSize == record.size;
        const bool sizesAbsent = sizesFollow && local.size == 0 && local.compressedSize == 0;
        if (local.flags != record.flags || local.method != record.method || local.name != record.name ||
            (!sizesAgree && !sizesAbsent)) {
            refuse(Message("the two headers of \"%1\" do not agree", shown(record.name)));
        }
        return local.dataBegin;
    }

    void checkApart(std::vector<Located>& entries) const {
        std::sort(entries.begin(), entries.end(),
                  [](const Located& a, const Located& b) { return a.headerBegin < b.headerBegin; });
        std::uint64_t covered = 0;
        for (const Located& one : entries) {
            if (one.headerBegin < covered) {
                refuse(Message("\"%1\" overlaps another entry", shown(one.entry.name)));
            }
            covered = one.entry.begin + one.entry.size;
        }
        if (!entries.empty() && entries.front().headerBegin != 0) {
            refuse("other bytes come before its first entry");
        }
    }

    static std::vector<ZipEntry> takeEntries(std::vector<Located> entries) {
        std::vector<ZipEntry> result;
        result.reserve(entries.size());
        for (Located& one : entries) {
            result.push_back(std::move(one.entry));
        }
        return result;
    }

    const ByteSource& file_;
    std::uint64_t directoryBegin_ = 0;
    std::unordered_set<std::string> names_;
};

} // namespace

bool looksLikeZip(std::span<const std::byte> head) {
    constexpr std::array kSignature{std::byte{'P'}, std::byte{'K'}, std::byte{3}, std::byte{4}};
    return head.size() >= kSignature.size() && std::equal(kSignature.begin(), kSignature.end(), head.begin());
}

std::vector<ZipEntry> readZipDirectory(const ByteSource& file) { return DirectoryReader(file).read(); }

} // namespace palimpsest
