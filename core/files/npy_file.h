// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace palimpsest {

/// An array as NumPy has it: float32, the last axis varies fastest.
struct NpyArray {
    std::vector<std::int64_t> shape; ///< empty: a scalar
    std::vector<float> values;

    bool operator==(const NpyArray&) const = default;
};

/// Reads NumPy's format 1.0, 2.0 or 3.0 (numpy.lib.format) strictly: little-endian float32 ("<f4") in C order, with as
/// many bytes as the shape says. Throws Error(badInput) that names the rule.
NpyArray readNpy(const std::string& path);

/// Format 1.0, whole or not at all. Throws Error(failed), Bug if the values do not fill the shape.
void writeNpy(const std::string& path, const NpyArray& array);

} // namespace palimpsest
