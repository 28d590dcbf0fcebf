// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/task.h"

#include "core/tasks/task_list.h"

#include <algorithm>

namespace palimpsest {

#define PALIMPSEST_DECLARE_DESCRIPTION(NAME) TaskDescription NAME##Description();
PALIMPSEST_TASKS(PALIMPSEST_DECLARE_DESCRIPTION)
#undef PALIMPSEST_DECLARE_DESCRIPTION

namespace {

bool contains(const std::vector<std::string>& ids, std::string_view id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

} // namespace

const InputSlot* TaskDescription::slot(InputKind kind) const {
    const auto found =
        std::find_if(inputs.begin(), inputs.end(), [&](const InputSlot& slot) { return slot.kind == kind; });
    return found == inputs.end() ? nullptr : &*found;
}

const ParameterSchema* TaskDescription::parameter(std::string_view name) const {
    const auto found = std::find_if(parameters.begin(), parameters.end(),
                                    [&](const ParameterSchema& schema) { return schema.name == name; });
    return found == parameters.end() ? nullptr : &*found;
}

bool TaskDescription::hasMethod(std::string_view method) const { return contains(methods, method); }

bool TaskDescription::hasFirstEstimate(std::string_view estimate) const { return contains(firstEstimates, estimate); }

const Catalogue<TaskDescription>& taskCatalogue() {
#define PALIMPSEST_DESCRIPTION(NAME) NAME##Description(),
    static const std::vector<TaskDescription> descriptions{PALIMPSEST_TASKS(PALIMPSEST_DESCRIPTION)};
#undef PALIMPSEST_DESCRIPTION
    static const Catalogue<TaskDescription> catalogue("task", descriptions);
    return catalogue;
}

} // namespace palimpsest
