// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/byte_source.h"

namespace palimpsest {

/// A whole file in memory without reading it: private pages, so that writing to them never reaches the file. For files
/// of ours that nobody cuts while they are mapped; FileSource reads those of others.
class MappedFile : public ByteSource {
public:
    /// Throws Error(badInput) if the file cannot be opened or mapped.
    explicit MappedFile(const std::string& path);
    ~MappedFile() override;
    void read(std::uint64_t offset, std::span<std::byte> target) const override;

    std::span<std::byte> bytes() const { return {data_, static_cast<std::size_t>(size())}; }

private:
    std::byte* data_ = nullptr;
};

} // namespace palimpsest
