// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace palimpsest {

/// Whether the first bytes or the ending of a file are those of a checkpoint of any format that is read.
bool looksLikeCheckpoint(const std::string& path);

/// A checkpoint (file or folder) in lines of text: what it is, what was read off it, what would be assumed, what it
/// holds, tensor by tensor. Throws Error(badInput) for what is no checkpoint.
std::string describeCheckpoint(const std::string& path);

} // namespace palimpsest
