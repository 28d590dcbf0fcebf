// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output_files.h"
#include "core/engine/solution_maps.h"

#include <string>
#include <vector>

namespace palimpsest {

/// Before the work starts: throws Error(badArgument) if a map would take the place of one of `others` (inputs and
/// results), Error(failed) if the folder is none and cannot be made, or cannot be written to. Leaves nothing behind.
void checkMapsFolder(const std::string& folder, const std::vector<std::string>& others);

/// The maps that there are as PNG of 16 bit, each scaled to its largest value (the mean as it is), and maps.json with
/// what white stands for, the noise and the residual after every step. Makes the folder. Throws Error(failed).
std::vector<FileContent> mapFiles(const SolutionMaps& maps, const std::string& folder);

} // namespace palimpsest
