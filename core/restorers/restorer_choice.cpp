// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restorers/restorer_choice.h"

#include "core/base/error.h"
#include "core/priors/prior_catalogue.h"
#include "core/specs/restore_spec.h"

#include <algorithm>

namespace palimpsest {
namespace {

std::string listed(const std::vector<std::string>& tasks) {
    std::string text;
    for (const std::string& task : tasks) {
        text += (text.empty() ? "" : ", ") + task;
    }
    return text;
}

/// Null if none is called so.
const RestorerTraits* named(const std::vector<RestorerTraits>& restorers, const std::optional<std::string>& id) {
    const auto found =
        std::find_if(restorers.begin(), restorers.end(), [&](const RestorerTraits& one) { return one.id == id; });
    return found == restorers.end() ? nullptr : &*found;
}

RestorerTraits serving(const RestorerTraits& restorer, const std::string& task) {
    if (!restorer.serves(task)) {
        throw Error(ErrorCode::badArgument, Message("the restorer %1 does not serve the task %2", restorer.id, task),
                    Message("it serves %1", listed(restorer.tasks)));
    }
    return restorer;
}

} // namespace

bool RestorerTraits::serves(std::string_view task) const {
    return std::find(tasks.begin(), tasks.end(), task) != tasks.end();
}

std::vector<RestorerTraits> installedRestorers(const PriorCatalogue& catalogue) {
    std::vector<RestorerTraits> restorers;
    for (const PriorEntry& entry : catalogue.list()) {
        if (entry.problem.isEmpty() && entry.card.restorer) {
            restorers.push_back({entry.card.id, entry.card.title, entry.card.restorer->tasks,
                                 entry.card.restorer->scale, entry.card.cost, entry.byteSize});
        }
    }
    return restorers;
}

std::optional<RestorerTraits> chosenRestorer(const RestoreSpec& spec, const PriorCatalogue& catalogue) {
    const std::vector<RestorerTraits> restorers = installedRestorers(catalogue);
    const TaskDescription& task = taskCatalogue().at(spec.task);
    if (spec.estimate) { // the task's own ids go first
        const RestorerTraits* estimate =
            task.hasFirstEstimate(*spec.estimate) ? nullptr : named(restorers, spec.estimate);
        return estimate ? std::optional(serving(*estimate, spec.task)) : std::nullopt;
    }
    if (spec.method && *spec.method != kDefaultMethod) {
        const RestorerTraits* method = named(restorers, spec.method);
        return method ? std::optional(serving(*method, spec.task)) : std::nullopt;
    }
    const auto first = std::find_if(restorers.begin(), restorers.end(),
                                    [&](const RestorerTraits& one) { return one.serves(spec.task); });
    return spec.start == "noise" || first == restorers.end() ? std::nullopt : std::optional(*first);
}

} // namespace palimpsest
