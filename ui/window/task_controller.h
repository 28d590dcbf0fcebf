// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/docks/task_switch.h"
#include "ui/docks/tool_panel.h"
#include "ui/window/workbench.h"

#include <QObject>

#include <map>
#include <string>

namespace palimpsest::ui {

/// The task that is worked on: what switches it, and what of the window it has a use for.
class TaskController : public QObject {
    Q_OBJECT

public:
    TaskController(const Workbench& bench, TaskSwitch& taskSwitch, ToolPanel& tools);

    /// A method that does not serve the task gives way to its default.
    void choose(const std::string& id);

private:
    void show();
    void offerTool();

    Workbench bench_;
    TaskSwitch& switch_;
    ToolPanel& tools_;
    std::string shown_;                           ///< task whose tool was offered
    std::map<std::string, ParameterValues> left_; ///< what the parameters of other tasks were when they were left
};

} // namespace palimpsest::ui
