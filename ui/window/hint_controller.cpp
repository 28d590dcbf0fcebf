// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/hint_controller.h"

#include "core/io/hints_file.h"
#include "core/io/image_file.h"
#include "ui/dialogs/error_dialog.h"
#include "ui/session/document/hint_layer.h"
#include "ui/window/file_filters.h"

#include <QFileDialog>
#include <QFileInfo>

namespace palimpsest::ui {

HintController::HintController(const Workbench& bench, ToolPanel& tools) : bench_(bench) {
    auto& hints = bench_.session.document().hints();
    bench_.on("hints.pick", &bench_.canvas, &CanvasView::pickColour);
    bench_.on("hints.colour", &tools, &ToolPanel::chooseColour);
    bench_.on("hints.clear", &hints, &HintLayer::clear);
    bench_.on("hints.import", this, &HintController::importDialog);
    bench_.on("hints.export", this, &HintController::exportDialog);
}

void HintController::importFrom(const QString& path) {
    auto& document = bench_.session.document();
    try {
        document.hints().replace(readHints(path.toStdString(), document.picture()), tr("Import colour hints"));
    } catch (...) {
        showError(&bench_.window, tr("The colour hints could not be imported."), translateCurrentException());
    }
}

void HintController::exportTo(const QString& path) {
    try {
        writeImage(path.toStdString(), bench_.session.document().hints().image());
    } catch (...) {
        showError(&bench_.window, tr("The colour hints could not be exported."), translateCurrentException());
    }
}

QString HintController::folder() const { return QString::fromStdString(bench_.settings.settings().lastFolder); }

void HintController::importDialog() {
    const QString path =
        QFileDialog::getOpenFileName(&bench_.window, tr("Import Colour Hints"), folder(), openFilter());
    if (!path.isEmpty()) {
        importFrom(path);
    }
}

void HintController::exportDialog() {
    const QString name = QFileInfo(bench_.session.title()).completeBaseName();
    const QString path = QFileDialog::getSaveFileName(&bench_.window, tr("Export Colour Hints"),
                                                      QStringLiteral("%1/%2-hints.png").arg(folder(), name),
                                                      QStringLiteral("PNG (*.png)"));
    if (!path.isEmpty()) {
        exportTo(path);
    }
}

} // namespace palimpsest::ui
