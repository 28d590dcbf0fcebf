// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace palimpsest {

/// Whether a file is named as the index of a checkpoint in pieces is: "model.safetensors.index.json", also with a
/// variant ("fp16") before or behind "index".
bool isShardIndexName(const std::string& name);
/// Whether a file is named as one of several pieces is: "model-00001-of-00003.safetensors".
bool isShardName(const std::string& name);

/// The pieces that an index lists (its "weight_map"), beside it, in the order of their names. Throws Error(badInput)
/// for what is no such index, and for pieces that are missing or outside of its folder.
std::vector<std::string> shardsOf(const std::filesystem::path& index);

/// The index beside a piece that lists it.
std::optional<std::filesystem::path> indexOf(const std::filesystem::path& shard);

} // namespace palimpsest
