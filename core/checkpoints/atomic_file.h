// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace palimpsest {

/// A file that appears whole or not at all: written beside its final name, flushed to the disk, then renamed.
class AtomicFile {
public:
    /// Throws Error(failed) if the folder cannot be written.
    explicit AtomicFile(std::string path);
    /// Removes what was written unless commit() was called.
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    /// Throws Error(failed) with the cause, such as a full disk.
    void write(std::span<const std::byte> bytes);
    void commit();

private:
    [[noreturn]] void fail(const char* what) const;

    std::string path_;
    std::string temporary_;
    int descriptor_ = -1;
};

/// Writes a whole text at once.
void writeTextAtomically(const std::string& path, const std::string& text);

} // namespace palimpsest
