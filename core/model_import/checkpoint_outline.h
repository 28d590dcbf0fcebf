// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/containers/tensor_info.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace palimpsest {

/// All that recognition looks at: names and shapes, never numbers, and the small files beside them.
struct CheckpointOutline {
    std::string path;       ///< as the user named it: a file or a folder
    std::string chosenFile; ///< of several in a folder, or empty
    std::string format;     ///< id in the catalogue of container formats
    std::vector<TensorInfo> tensors;
    std::map<std::string, std::string> facts;  ///< see Checkpoint::facts
    std::int64_t byteSize = 0;                 ///< of the file that holds the tensors
    std::string card;                          ///< JSON text of a card.json beside them, or empty
    std::string config;                        ///< JSON text of the config.json of a diffusers folder, or empty
    std::string scheduler;                     ///< JSON text of its scheduler_config.json, or empty
    std::map<std::string, std::string> beside; ///< answers from NAME.json beside a file, by ModelChoice::name
};

} // namespace palimpsest
