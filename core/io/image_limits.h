// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"

#include <cstdint>
#include <string>

namespace palimpsest {

/// Larger pictures are refused from their header, before memory is taken for them.
inline constexpr std::int64_t kMostPixels = 250'000'000;
inline constexpr std::int64_t kLongestSide = 60'000;

/// A size read from a file's header. Throws Error(badInput) if it is empty or beyond the limits, which it names.
Size checkedSize(std::int64_t width, std::int64_t height, const std::string& origin);

} // namespace palimpsest
