// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/restore_input.h"
#include "core/methods/method_request.h"
#include "core/methods/method_settings.h"
#include "core/specs/restore_spec.h"

#include <memory>
#include <string_view>

namespace palimpsest {

class WholeTask;

/// What a task does: its measurement, first estimates and defaults. What it is called and takes is its TaskDescription.
/// Nothing else in the program compares the names of tasks. Immutable.
class TaskBehaviour {
public:
    virtual ~TaskBehaviour() = default;
    /// Throws Error(badInput) for an input that the task cannot work on.
    virtual void requireUsable(const RestoreSpec& spec, const RestoreInput& input) const = 0;
    /// How the task is done if nobody chooses, found by the searches (DECISIONS.md).
    virtual MethodSettings defaultMethod(const MethodRequest& request) const = 0;
    /// The task's main operator, by which papers choose their settings.
    virtual std::string_view operatorId() const = 0;
    /// What the settings of any method leave to the task.
    virtual MethodSettings completed(MethodSettings settings) const { return settings; }
    /// This task, if it looks for every pixel (Coverage::whole); null if it restores holes.
    virtual const WholeTask* asWhole() const { return nullptr; }
};

/// Throws Error(badArgument) for an unknown task.
const TaskBehaviour& taskBehaviour(std::string_view id);

} // namespace palimpsest
