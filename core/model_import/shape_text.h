// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace palimpsest {

/// "128 x 3 x 3 x 3"; "one number" of a scalar.
std::string shapeText(const std::vector<std::int64_t>& shape);
/// "93 563 910".
std::string countText(std::int64_t number);

} // namespace palimpsest
