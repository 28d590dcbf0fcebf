// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace palimpsest {

/// A file that appears whole or not at all. The bytes go into a hidden temporary file in the same folder; commit()
/// brings them to the disk, gives them the name in one step, and brings the folder's entry to the disk. Until then the
/// old file stands, and afterwards too if anything fails; the temporary file is removed with the object.
/// A symbolic link is followed, the permissions of an existing file are kept. What is neither file nor folder
/// (/dev/null, a pipe) is written to directly, and so, last of all, is a file that is a mount point.
class AtomicFile {
public:
    /// Throws Error(failed) if the folder is missing or not writable, or `path` is a folder.
    explicit AtomicFile(const std::string& path);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    /// Throws Error(failed) with the system's reason, as commit() does.
    void write(std::span<const std::byte> bytes);
    void write(std::string_view text);
    /// To be called once, last.
    void commit();

private:
    void openTemporary();
    /// For a file that is itself a mount point, which cannot be replaced.
    void overwriteTarget();
    void close();
    [[noreturn]] void fail(int errorNumber) const;

    std::string path_;      ///< as the caller named it, for messages
    std::string target_;    ///< with links resolved
    std::string temporary_; ///< empty: written to directly, or committed
    int descriptor_ = -1;
};

/// Both throw as AtomicFile does.
void writeFileAtomically(const std::string& path, std::span<const std::byte> bytes);
void writeFileAtomically(const std::string& path, std::string_view text);

} // namespace palimpsest
