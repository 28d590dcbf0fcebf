// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/byte_source.h"
#include "core/files/descriptor.h"

namespace palimpsest {

/// A regular file of any size, read piece by piece and never mapped: a file that is cut while it is open is an error
/// and not the end of the program.
class FileSource : public ByteSource {
public:
    /// Throws Error(badInput) if the file is missing, not a regular file or not readable.
    explicit FileSource(const std::string& path);
    void read(std::uint64_t offset, std::span<std::byte> target) const override;

private:
    Descriptor file_;
};

} // namespace palimpsest
