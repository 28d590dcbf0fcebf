// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/docks/status_panel.h"
#include "ui/window/workbench.h"

#include <QObject>
#include <QTimer>

namespace palimpsest::ui {

/// Zoom, comparison, overlay, full screen, and what the status line says about the view.
class ViewController : public QObject {
    Q_OBJECT

public:
    ViewController(const Workbench& bench, StatusPanel& status);

private:
    void connectZoom();
    void connectToggles();
    void setFullScreen(bool on);
    void showCoverage();

    Workbench bench_;
    StatusPanel& status_;
    QTimer coverageTimer_;
    QByteArray stateBefore_; ///< of docks and bars, before full screen
};

} // namespace palimpsest::ui
