// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/containers/tensor_info.h"
#include "core/files/atomic_file.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace palimpsest {

/// Writes a safetensors file tensor by tensor, hashing what it writes, so that nothing but the tensor at hand has to be
/// in memory. The file appears whole with finish(), or not at all.
class SafetensorsWriter {
public:
    /// Writes the header. `tensors` is the order in which the numbers will come; wider types must come first, so that
    /// all are aligned. Throws Error(failed) if the file cannot be written.
    SafetensorsWriter(const std::string& path, const std::vector<TensorInfo>& tensors,
                      const std::map<std::string, std::string>& metadata = {});

    /// The next bytes of the tensors, in any portions. Throws Error(failed), or Bug for more than was announced.
    void write(std::span<const std::byte> bytes);
    /// SHA-256 of the whole file, which is then in its place. Throws Bug if bytes are missing.
    std::string finish();

    std::uint64_t fileSize() const { return headerBytes_ + announcedBytes_; }

private:
    void put(std::span<const std::byte> bytes);

    AtomicFile file_;
    Sha256 hash_;
    std::uint64_t headerBytes_ = 0;
    std::uint64_t announcedBytes_ = 0;
    std::uint64_t writtenBytes_ = 0;
};

} // namespace palimpsest
