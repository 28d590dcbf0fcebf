// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/view_controller.h"

#include "ui/actions/hold_keys.h"
#include "ui/session/document/task_input.h"

#include <QDockWidget>
#include <QMenuBar>

#include <algorithm>

namespace palimpsest::ui {

ViewController::ViewController(const Workbench& bench, StatusPanel& status) : bench_(bench), status_(status) {
    coverageTimer_.setSingleShot(true);
    coverageTimer_.setInterval(100);
    connect(&coverageTimer_, &QTimer::timeout, this, &ViewController::showCoverage);
    connect(&bench_.session.document(), &Document::maskChanged, this, [this] { coverageTimer_.start(); });
    connect(&bench_.session, &Session::specChanged, this, [this] { coverageTimer_.start(); });
    connect(&bench_.session.engine(), &EngineBridge::stateChanged, this, [this] { coverageTimer_.start(); });
    connect(&bench_.session, &Session::opened, this, [this] {
        showCoverage();
        bench_.canvas.setFocus();
    });
    connect(&bench_.canvas, &CanvasView::probed, &status_, &StatusPanel::setProbe);
    connectZoom();
    connectToggles();
}

void ViewController::connectZoom() {
    auto& canvas = bench_.canvas;
    bench_.on("view.zoom-in", &canvas, &CanvasView::zoomIn);
    bench_.on("view.zoom-out", &canvas, &CanvasView::zoomOut);
    bench_.on("view.fit", &canvas, &CanvasView::zoomToFit);
    const std::pair<const char*, double> steps[] = {{"view.100", 1}, {"view.200", 2}, {"view.400", 4}, {"view.800", 8}};
    for (const auto& [id, zoom] : steps) {
        bench_.on(id, &canvas, [&canvas, zoom = zoom] { canvas.setZoom(zoom); });
    }
    connect(&canvas, &CanvasView::zoomChanged, this,
            [this](double zoom) { status_.setZoom(bench_.session.document().isEmpty() ? 0 : zoom); });
}

void ViewController::connectToggles() {
    auto& canvas = bench_.canvas;
    auto* keys = new HoldKeys(&bench_.actions);
    connect(keys, &HoldKeys::held, this, [&canvas](const QString&, bool down) { canvas.setShowOriginal(down); });
    auto* wipe = bench_.action("view.wipe");
    connect(wipe, &QAction::toggled, &canvas, &CanvasView::setWipe);
    connect(&canvas, &CanvasView::wipeChanged, wipe, &QAction::setChecked);
    auto* mask = bench_.action("view.mask");
    mask->setChecked(true);
    connect(mask, &QAction::toggled, &canvas, &CanvasView::setMaskVisible);
    connect(bench_.action("view.quick-mask"), &QAction::toggled, &canvas, &CanvasView::setQuickMask);
    bench_.action("view.estimates")->setChecked(true);
    connect(bench_.action("view.full-screen"), &QAction::toggled, this, &ViewController::setFullScreen);
}

void ViewController::setFullScreen(bool on) {
    auto& window = bench_.window;
    if (on) {
        stateBefore_ = window.saveState();
        for (auto* dock : window.findChildren<QDockWidget*>()) {
            dock->hide();
        }
    } else {
        window.restoreState(stateBefore_);
    }
    window.menuBar()->setVisible(!on);
    status_.setVisible(!on);
    window.setWindowState(window.windowState().setFlag(Qt::WindowFullScreen, on));
}

void ViewController::showCoverage() {
    const Mask& mask = bench_.session.document().mask();
    const auto values = mask.values();
    const auto masked = std::count_if(values.begin(), values.end(), [](std::uint8_t value) { return value > 0; });
    const bool counts = !mask.isNull() && takesMask(bench_.session.task());
    status_.setCoverage(!counts ? -1 : static_cast<double>(masked) / static_cast<double>(values.size()));
    status_.setZoom(mask.isNull() ? 0 : bench_.canvas.zoom());
}

} // namespace palimpsest::ui
