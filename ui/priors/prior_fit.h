// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "core/tasks/engine.h"

#include <QString>

#include <string>
#include <vector>

namespace palimpsest::ui {

/// Why the prior cannot be what a restoration samples with, in one translated sentence; empty: it can.
QString misfit(const PriorDescription& prior);

/// The tasks that a prior serves, translated: "Inpaint, Colorize"; a sentence if it serves none.
QString servedTasks(const PriorDescription& prior, const std::vector<TaskDescription>& tasks,
                    const std::vector<MethodDescription>& methods);

/// The prior to begin with, and why, in a translated sentence; no id: none fits.
struct PriorSuggestion {
    std::string id;
    QString reason;
};
/// One that was made for pictures of exactly this size, else one that comes with the program and takes any size.
PriorSuggestion suggestPrior(const std::vector<PriorDescription>& priors, Size picture);

} // namespace palimpsest::ui
