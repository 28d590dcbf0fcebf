// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/byte_source.h"

#include <vector>

namespace palimpsest {

struct ByteRange {
    std::uint64_t begin = 0;
    std::uint64_t size = 0;
};

struct StridedView {
    std::size_t elementBytes = 0;
    std::uint64_t offset = 0; ///< elements
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides; ///< elements
};

/// Whether two different indices share an element, other than by a stride of 0.
bool elementsOverlap(const std::vector<std::int64_t>& shape, const std::vector<std::int64_t>& strides);

/// Fills `target` with the elements of the view in row-major order, reading the storage once from front to back through
/// a window of at most 1 MiB. The view lies inside the storage, has an element and does not overlap itself.
void readStrided(const ByteSource& file, ByteRange storage, const StridedView& view, std::span<std::byte> target);

} // namespace palimpsest
