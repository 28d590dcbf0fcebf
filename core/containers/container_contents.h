// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/containers/tensor_info.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace palimpsest {

/// Bytes of a file that one or more tensors are views of.
struct StorageExtent {
    std::uint64_t begin = 0; ///< in the file
    std::uint64_t size = 0;
    std::optional<std::uint32_t> checksum; ///< CRC-32 of all of them
};

/// A tensor as a view of its storage, inside which it lies.
struct StoredTensor {
    TensorInfo info;
    std::size_t storage = 0;
    std::uint64_t offset = 0;          ///< elements from the storage's start to the first
    std::vector<std::int64_t> strides; ///< elements, none negative; 0 repeats
};

/// What the reader of a format finds.
struct ContainerContents {
    std::vector<StoredTensor> tensors;
    std::vector<StorageExtent> storages;
    std::map<std::string, std::string> facts;
};

} // namespace palimpsest
