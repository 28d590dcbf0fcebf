// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/docks/tool_panel.h"
#include "ui/window/workbench.h"

#include <QObject>

namespace palimpsest::ui {

/// The commands for colour hints.
class HintController : public QObject {
    Q_OBJECT

public:
    HintController(const Workbench& bench, ToolPanel& tools);

    /// From a picture with transparency, or a copy of this one that was painted on; an error is shown.
    void importFrom(const QString& path);
    void exportTo(const QString& path);

private:
    void importDialog();
    void exportDialog();
    QString folder() const;

    Workbench bench_;
};

} // namespace palimpsest::ui
