// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/behaviour/task_behaviour.h"

#include "core/tasks/task_list.h"

#include <cstddef>
#include <vector>

namespace palimpsest {

#define PALIMPSEST_DECLARE_BEHAVIOUR(NAME) std::unique_ptr<TaskBehaviour> NAME##Behaviour();
PALIMPSEST_TASKS(PALIMPSEST_DECLARE_BEHAVIOUR)
#undef PALIMPSEST_DECLARE_BEHAVIOUR

namespace {

/// In the order of the catalogue.
std::vector<std::unique_ptr<TaskBehaviour>> allBehaviours() {
    std::vector<std::unique_ptr<TaskBehaviour>> behaviours;
#define PALIMPSEST_BEHAVIOUR(NAME) behaviours.push_back(NAME##Behaviour());
    PALIMPSEST_TASKS(PALIMPSEST_BEHAVIOUR)
#undef PALIMPSEST_BEHAVIOUR
    return behaviours;
}

} // namespace

const TaskBehaviour& taskBehaviour(std::string_view id) {
    static const std::vector<std::unique_ptr<TaskBehaviour>> behaviours = allBehaviours();
    const Catalogue<TaskDescription>& tasks = taskCatalogue();
    return *behaviours[static_cast<std::size_t>(&tasks.at(id) - &*tasks.begin())];
}

} // namespace palimpsest
