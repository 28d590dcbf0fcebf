// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "ui/docks/restore_form.h"
#include "ui/docks/run_panel.h"
#include "ui/docks/status_panel.h"
#include "ui/window/workbench.h"

#include <QObject>
#include <QTimer>

namespace palimpsest::ui {

/// Runs: what the next one does and costs, its start, its end, and what the user is told meanwhile.
class RestoreController : public QObject {
    Q_OBJECT

public:
    struct Widgets {
        RestoreForm& form;
        RunPanel& panel;
        StatusPanel& status;
    };

    RestoreController(const Workbench& bench, const Widgets& widgets);

    /// Starts a run with the settings of the form; refuses in words what cannot work.
    void run();
    void retranslate();

Q_SIGNALS:
    /// A run has ended in whatever way, and no other waits.
    void idle();

private:
    void connectForm();
    void connectJobs();
    void takeSpec(const RestoreSpec& spec);
    void cancel();
    void askEstimate();
    void offer(const FasterWay& way);
    void showObstacle();
    void showQueue();

    static constexpr double kConfirmAfterSeconds = 30;

    Workbench bench_;
    Widgets widgets_;
    QTimer estimateTimer_;
    RestoreSpec offered_;   ///< what would be faster
    Message engineProblem_; ///< empty: none
    Message specProblem_;
};

} // namespace palimpsest::ui
