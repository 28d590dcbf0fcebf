// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace palimpsest {

/// Bytes of the computer's memory that programs can have now without swapping; negative: unknown.
std::int64_t availableMemory();

} // namespace palimpsest
