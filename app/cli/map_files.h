// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/solution_maps.h"

#include <string>

namespace palimpsest {

/// Saves the maps of a run as pictures, each scaled to its largest value, and maps.json with the scales, the noise and the
/// residual after every step. The folder is made if it is missing. Throws Error(failed).
void saveMaps(const SolutionMaps& maps, const std::string& folder);

} // namespace palimpsest
