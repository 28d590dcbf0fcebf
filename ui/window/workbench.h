// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/actions.h"
#include "ui/canvas/canvas_view.h"
#include "ui/session/session.h"
#include "ui/session/settings_keeper.h"

#include <QAction>
#include <QMainWindow>

namespace palimpsest::ui {

/// What the controllers of one window work with. All of it outlives them.
struct Workbench {
    QMainWindow& window;
    Session& session;
    Actions& actions;
    CanvasView& canvas;
    SettingsKeeper& settings;

    QAction* action(const char* id) const { return actions.at(QString::fromLatin1(id)); }
    /// Calls `handler` when the action is triggered.
    template <typename Receiver, typename Handler>
    void on(const char* id, Receiver* receiver, Handler handler) const {
        QObject::connect(action(id), &QAction::triggered, receiver, handler);
    }
};

} // namespace palimpsest::ui
