// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/files/byte_source.h"

#include <algorithm>

namespace palimpsest::testing {

/// Bytes of somebody else as a file.
class MemorySource : public ByteSource {
public:
    explicit MemorySource(std::span<const std::byte> bytes) : ByteSource("input", bytes.size()), bytes_(bytes) {}

    void read(std::uint64_t offset, std::span<std::byte> target) const override {
        if (offset > bytes_.size() || target.size() > bytes_.size() - offset) {
            throw Error(ErrorCode::badInput, "\"input\" ends too early", "get a complete copy of it");
        }
        std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(offset), target.size(), target.begin());
    }

private:
    std::span<const std::byte> bytes_;
};

} // namespace palimpsest::testing
