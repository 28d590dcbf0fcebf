// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mask_controller.h"

#include "ui/canvas/tools/mask_tools.h"
#include "ui/dialogs/radius_dialog.h"
#include "ui/session/document/task_input.h"

#include <QActionGroup>
#include <QStatusBar>

#include <algorithm>

namespace palimpsest::ui {
MaskController::MaskController(const Workbench& bench, ToolPanel& panel) : bench_(bench), panel_(panel) {
    connectTools();
    connectBrush();
    connectCommands();
}

void MaskController::connectTools() {
    auto& canvas = bench_.canvas;
    auto* group = new QActionGroup(this);
    for (const ToolEntry& entry : toolEntries()) {
        auto* action = bench_.actions.at(QStringLiteral("tool.") + QLatin1String(entry.key));
        group->addAction(action);
        action->setChecked(entry.id == canvas.tool());
        connect(action, &QAction::triggered, &canvas, [&canvas, id = entry.id] { canvas.setTool(id); });
    }
    connect(&canvas, &CanvasView::toolChanged, this, [this](ToolId id) {
        bench_.actions.at(QStringLiteral("tool.") + QLatin1String(toolEntry(id).key))->setChecked(true);
        if (toolEntry(id).subject == ToolSubject::mask && id != ToolId::eraser) {
            paintTool_ = id;
        }
        panel_.setGroup(toolEntry(id).options);
        bench_.window.statusBar()->showMessage(toolHint(id), 10000);
    });
    panel_.setGroup(toolEntry(canvas.tool()).options);
    bench_.on("brush.swap", this, [this] {
        const ToolId tool = bench_.canvas.tool();
        if (toolEntry(tool).subject == ToolSubject::hints) {
            bench_.canvas.setTool(tool == ToolId::hintEraser ? ToolId::hintBrush : ToolId::hintEraser);
        } else if (takesMask(bench_.session.task())) {
            bench_.canvas.setTool(tool == ToolId::eraser ? paintTool_ : ToolId::eraser);
        }
    });
}

void MaskController::connectBrush() {
    auto& canvas = bench_.canvas;
    connect(&panel_, &ToolPanel::edited, &canvas, &CanvasView::setToolOptions);
    connect(&canvas, &CanvasView::toolOptionsChanged, this, [this](const ToolOptions& options) {
        panel_.setOptions(options);
        bench_.settings.change([&](Settings& settings) {
            settings.brushSize = options.brushSize;
            settings.brushHardness = options.brushHardness;
        });
    });
    ToolOptions options = canvas.toolOptions();
    options.brushSize = bench_.settings.settings().brushSize;
    options.brushHardness = bench_.settings.settings().brushHardness;
    canvas.setToolOptions(options);
    panel_.setOptions(options);
    bench_.on("brush.smaller", &canvas, &CanvasView::shrinkBrush);
    bench_.on("brush.larger", &canvas, &CanvasView::growBrush);
    bench_.on("brush.reset", &canvas, &CanvasView::resetBrush);
    bench_.on("brush.softer", this, [this] { changeHardness(-0.1); });
    bench_.on("brush.harder", this, [this] { changeHardness(+0.1); });
}

void MaskController::changeHardness(double by) {
    ToolOptions options = bench_.canvas.toolOptions();
    options.brushHardness = std::clamp(options.brushHardness + by, 0.0, 1.0);
    bench_.canvas.setToolOptions(options);
}

void MaskController::connectCommands() {
    auto& document = bench_.session.document();
    bench_.on("select.all", &document, &Document::selectAll);
    bench_.on("select.none", &document, &Document::clearMask);
    bench_.on("select.invert", &document, &Document::invertMask);
    bench_.on("select.grow", this, [this] { withRadius(tr("Grow Mask"), &Document::growMask); });
    bench_.on("select.shrink", this, [this] { withRadius(tr("Shrink Mask"), &Document::shrinkMask); });
    bench_.on("select.feather", this, [this] { withRadius(tr("Feather Mask"), &Document::featherMask); });
    bench_.on("edit.undo", &document, [&document] {
        document.commitEdits();
        document.undoStack()->undo();
    });
    bench_.on("edit.redo", document.undoStack(), &QUndoStack::redo);
}

void MaskController::withRadius(const QString& title, void (Document::*command)(double)) {
    if (const auto radius = askRadius(&bench_.window, title, lastRadius_)) {
        lastRadius_ = *radius;
        (bench_.session.document().*command)(*radius);
    }
}

} // namespace palimpsest::ui
