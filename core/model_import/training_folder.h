// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

namespace palimpsest {

/// Of the checkpoints that a training left in one folder, the one to take: never the state of an optimizer, schedule or
/// random generator; averages before the state that they follow; the best, else the last, else that of the latest step.
/// Nothing if files of different networks remain.
std::optional<std::filesystem::path> checkpointOfTraining(const std::vector<std::filesystem::path>& files);

} // namespace palimpsest
