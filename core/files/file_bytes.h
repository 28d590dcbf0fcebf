// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

/// What the system says about the last failed call (errno), in words; some have a translation.
Message systemReason(int errorNumber);

/// The bytes of a regular file of at most 2 GiB. Throws Error(badInput) if it is missing, a folder, not a regular file,
/// empty, larger, or not readable.
std::vector<std::byte> readFileBytes(const std::string& path);

} // namespace palimpsest
