// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/downloads/https_get.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <string>

namespace palimpsest {

/// FILE.part, the beginning of a file that is not there yet, and FILE.part.json, which says of which version it is and
/// what SHA-256 its bytes have. A prefix whose hash does not match is dropped, so that it is either what was
/// received or not there. Locked against other processes while the object lives. Every write throws DownloadError.
class PartialFile {
public:
    /// Opens or makes FILE.part. Throws DownloadError if the folder cannot be written to or another process has it.
    explicit PartialFile(const std::string& file);
    /// Keeps what is there, and notes it down; leaves nothing if there are no bytes.
    ~PartialFile();
    PartialFile(const PartialFile&) = delete;
    PartialFile& operator=(const PartialFile&) = delete;

    /// Reads what an earlier call left, and hashes it anew. Throws Cancelled.
    void restore(const std::stop_token& stop);
    std::int64_t byteSize() const { return byteSize_; }
    const FileVersion& version() const { return version_; }

    /// From here on the bytes are of that version.
    void becomes(FileVersion version) { version_ = std::move(version); }
    void append(std::span<const std::byte> bytes);
    /// Back to no bytes.
    void drop();
    /// At most so many bytes from the start.
    std::string beginning(std::size_t count) const;
    std::string sha256() const { return hash_.hexDigestSoFar(); }
    /// Brings the bytes to the disk and gives them the name. The object must not be used afterwards.
    void publish();

private:
    void open();
    bool isStillNamed() const;
    void close() noexcept;
    void noteDown();
    void forget() noexcept;
    bool hashPrefix(std::int64_t count, const std::stop_token& stop);

    std::string file_;
    std::string part_;
    std::string note_;
    int descriptor_ = -1;
    FileVersion version_;
    Sha256 hash_;
    std::int64_t byteSize_ = 0;
    std::int64_t notedSize_ = 0; ///< what FILE.part.json tells
    bool isKnown_ = false;       ///< what an earlier call left has been looked at
};

} // namespace palimpsest
