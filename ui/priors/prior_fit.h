// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "core/engine/engine.h"

#include <QString>

#include <string>
#include <vector>

namespace palimpsest::ui {

/// Why a restoration cannot sample with the prior, in one translated sentence; empty: it can. `task`: id of the task;
/// empty: whatever the task.
QString misfit(const PriorDescription& prior, const std::string& task = {});

/// What must be done before a prior that fits can be used, in one translated sentence; empty: nothing.
QString condition(const PriorDescription& prior);

/// The tasks that a prior serves, translated: "Inpaint, Colorize"; a sentence if it serves none.
QString servedTasks(const PriorDescription& prior, const std::vector<TaskDescription>& tasks,
                    const std::vector<MethodDescription>& methods);

/// The prior to begin with, and why, in a translated sentence; no id: none fits.
struct PriorSuggestion {
    std::string id;
    QString reason;
};
/// One that was made for pictures of exactly this size, else one that comes with the program and takes any size.
PriorSuggestion suggestPrior(const std::vector<PriorDescription>& priors, Size picture, const std::string& task);

} // namespace palimpsest::ui
