// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/catalogue.h"

#include <span>
#include <string_view>

namespace palimpsest {

/// What can be restored. How its measurement is made is in core/engine/measurement.cpp.
struct TaskEntry {
    std::string_view id;
    std::string_view title;
    std::string_view description;
    std::span<const std::string_view> fields; ///< of RestoreSpec, beyond those that all tasks have
    bool needsMask = false;
    bool takesMask = false;
    bool takesHints = false;
};

/// In the order of the task switch.
const Catalogue<TaskEntry>& taskCatalogue();

} // namespace palimpsest
