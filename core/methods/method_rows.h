// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/method_request.h"
#include "core/methods/method_settings.h"
#include "core/tasks/task.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

/// Which tasks a method serves.
enum class MethodScope {
    everyTask,
    linearTasks, ///< whose measurement is a linear operator
    listed,      ///< those that name it in their description
};

/// How a method's settings come about.
enum class MethodKind {
    taskDefault, ///< the task knows its own
    recipe,      ///< MethodEntry::recipe
    published,   ///< a preset with the settings of a paper, "mcg-2022"
    classical,   ///< a classical fill or restorer of that id, without a network
};

/// A row of the method menu: a paper's method, or a baseline, as a combination of what the lower modules offer.
struct MethodEntry {
    std::string id;
    std::string title;
    std::string description;
    MethodScope scope = MethodScope::everyTask;
    MethodKind kind = MethodKind::recipe;
    MethodSettings (*recipe)(const MethodRequest& request) = nullptr;

    bool serves(const TaskDescription& task) const;
};

/// Ours, those as published, classical fills and restorers.
const Catalogue<MethodEntry>& methodCatalogue();

/// Of every kind but taskDefault (Bug). operatorId: of the task's main operator, by which papers choose their settings.
MethodSettings settingsOf(const MethodEntry& method, const MethodRequest& request, std::string_view operatorId);

/// A feed-forward fill of holes, coarse to fine.
MethodSettings feedForwardFill(const HoleStatistics& holes);

} // namespace palimpsest
