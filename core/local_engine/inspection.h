// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace palimpsest {

/// What a file is and holds, in lines of text: a picture (size, channels, depth, metadata), a checkpoint of any format
/// (what it was recognised as, its tensors), the folder of a prior (its card), a run record. Throws Error(badInput) for
/// anything else.
std::string inspectFile(const std::string& path);

} // namespace palimpsest
