// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/engine/restore_input.h"
#include "core/specs/restore_spec.h"

#include <string>
#include <vector>

namespace palimpsest {

/// Files that a spec names by path: the picture of a blur kernel, and the user's own first estimate. Empty: it names
/// none.
struct NamedFiles {
    std::string kernel;
    std::string estimate;
};

NamedFiles namedFiles(const RestoreSpec& spec);

/// The spec with those paths, and that of a prior's folder, made absolute: a record must be replayable from any folder.
RestoreSpec withAbsolutePaths(RestoreSpec spec);

/// Reads the named files into the input. Returns what the user should know of them. Throws Error as readKernel and
/// readImage do.
std::vector<Message> openNamedFiles(const RestoreSpec& spec, RestoreInput& input);

} // namespace palimpsest
