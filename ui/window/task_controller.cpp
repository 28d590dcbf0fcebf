// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/task_controller.h"

#include "ui/canvas/tools/mask_tools.h"
#include "ui/docks/engine_choices.h"
#include "ui/session/document/task_input.h"

#include <QActionGroup>

#include <utility>

namespace palimpsest::ui {
namespace {

constexpr const char* kTaskActions[] = {"task.inpaint", "task.colorize",  "task.upscale", "task.deblur",
                                        "task.denoise", "task.old-photo", "task.dejpeg",  "task.declip"};

std::string taskOf(const char* action) { return std::string(action).substr(5); }

} // namespace

TaskController::TaskController(const Workbench& bench, TaskSwitch& taskSwitch, ToolPanel& tools)
    : bench_(bench), switch_(taskSwitch), tools_(tools) {
    auto* group = new QActionGroup(this);
    for (const char* id : kTaskActions) {
        group->addAction(bench_.action(id));
        bench_.on(id, this, [this, id] { choose(taskOf(id)); });
    }
    connect(&switch_, &TaskSwitch::chosen, this, &TaskController::choose);
    connect(&bench_.session, &Session::specChanged, this, &TaskController::show);
    connect(&bench_.session.engine(), &EngineBridge::stateChanged, this, &TaskController::show);
    show();
}

void TaskController::choose(const std::string& id) {
    const RestoreSpec& before = bench_.session.spec();
    if (before.task != id) {
        left_[before.task] = before.taskParameters;
    }
    RestoreSpec spec = withTask(before, id);
    if (const auto remembered = left_.find(id); before.task != id && remembered != left_.end()) {
        spec.taskParameters = remembered->second;
    }
    const MethodDescription* method = bench_.session.engine().method(spec.method.value_or(kDefaultMethod));
    if (spec.method && (!method || !serves(*method, id))) {
        spec.method.reset();
        spec.parameters.clear();
    }
    bench_.session.setSpec(spec);
    switch_.setTask(id); // also where nothing has changed: a button that is down stays down
}

void TaskController::show() {
    const auto& engine = bench_.session.engine();
    const std::string& id = bench_.session.spec().task;
    for (const char* action : kTaskActions) {
        bench_.action(action)->setVisible(engine.tasks().empty() || engine.task(taskOf(action)));
        bench_.action(action)->setChecked(taskOf(action) == id);
    }
    switch_.setTask(id);
    const TaskDescription* task = bench_.session.task();
    bench_.canvas.setSubjects(takesMask(task), takesHints(task));
    tools_.setSubjects(takesMask(task), takesHints(task));
    if (task && std::exchange(shown_, id) != id) {
        offerTool();
    }
}

/// The tool in hand stays if the task has a use for it.
void TaskController::offerTool() {
    const TaskDescription* task = bench_.session.task();
    const ToolSubject subject = toolEntry(bench_.canvas.tool()).subject;
    const bool isOfUse =
        (subject == ToolSubject::mask && takesMask(task)) || (subject == ToolSubject::hints && takesHints(task));
    if (!isOfUse) {
        bench_.canvas.setTool(takesMask(task) ? ToolId::brush : takesHints(task) ? ToolId::hintBrush : ToolId::pan);
    }
}

} // namespace palimpsest::ui
