// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/docks/tool_panel.h"
#include "ui/window/workbench.h"

#include <QObject>

namespace palimpsest::ui {

/// Tools, their options, and the commands for the whole mask.
class MaskController : public QObject {
    Q_OBJECT

public:
    MaskController(const Workbench& bench, ToolPanel& panel);

private:
    void connectTools();
    void connectBrush();
    void connectCommands();
    /// Asks for a radius and gives it to the document's command.
    void withRadius(const QString& title, void (Document::*command)(double));
    void changeHardness(double by);

    Workbench bench_;
    ToolPanel& panel_;
    ToolId paintTool_ = ToolId::brush; ///< what swapping with the eraser goes back to
    double lastRadius_ = 4;
};

} // namespace palimpsest::ui
