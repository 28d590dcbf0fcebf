// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/containers/container_contents.h"
#include "core/files/byte_source.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

/// An open file of tensors. One thread at a time may read from it.
class TensorContainer {
public:
    TensorContainer(std::unique_ptr<ByteSource> file, std::string_view format, ContainerContents contents);

    const std::string& format() const { return format_; }
    const std::vector<TensorInfo>& tensors() const { return tensors_; }
    const std::map<std::string, std::string>& facts() const { return facts_; }

    /// Fills `target`, which has tensors()[index].byteCount() bytes, with the elements in row-major order; beside it
    /// 1 MiB is needed. The first reading of a storage compares its checksum, if it has one.
    /// Throws Error(badInput) if the file fails or the checksum differs.
    void read(std::size_t index, std::span<std::byte> target) const;

private:
    struct View {
        std::size_t storage;
        std::uint64_t offset;
        std::vector<std::int64_t> strides;
    };

    bool isUnverified(std::size_t storage) const;
    void verify(std::size_t storage, std::uint32_t checksum) const;
    void verifyFromFile(std::size_t storage) const;

    std::unique_ptr<ByteSource> file_;
    std::string format_;
    std::vector<TensorInfo> tensors_;
    std::vector<View> views_;
    std::vector<StorageExtent> storages_;
    std::map<std::string, std::string> facts_;
    mutable std::vector<bool> verified_; ///< storages
};

} // namespace palimpsest
