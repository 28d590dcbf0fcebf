// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>

namespace palimpsest {

/// Text that a file holds, as messages may show it: at most 80 characters, and a '?' for all that is not printable
/// ASCII.
std::string shown(std::string_view text);

/// Error(badInput): the file breaks a rule of its format.
Error invalidFile(const std::string& origin, std::string_view format, const Message& rule);
/// Error(badInput): a PyTorch file that only running its code, or another program, could open.
Error unsupportedTorchFile(const std::string& origin, const Message& cause);
Error invalidTorchFile(const std::string& origin, const Message& rule);

/// Without overlong or cut sequences and surrogates.
bool isUtf8(std::string_view text);
/// And without control characters.
bool isPlainUtf8(std::string_view text);

} // namespace palimpsest
