// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/grid_controller.h"

#include "core/image/colour_transform.h"
#include "ui/dialogs/error_dialog.h"
#include "ui/session/document/qimage_view.h"

#include <QStackedWidget>

#include <algorithm>
#include <numeric>

namespace palimpsest::ui {

GridController::GridController(const Workbench& bench, const Parts& parts) : bench_(bench), parts_(parts) {
    auto& session = bench_.session;
    connect(bench_.action("view.grid"), &QAction::toggled, this, &GridController::setOn);
    const auto refill = [this] {
        if (bench_.action("view.grid")->isChecked()) {
            fill();
        }
    };
    for (const auto change : {&VariantStore::inserted, &VariantStore::removed, &VariantStore::changed}) {
        connect(&session.variants(), change, this, refill);
    }
    connect(&session.document(), &Document::pictureReplaced, this, refill);
    connect(&session, &Session::opened, this, [this] { bench_.action("view.grid")->setChecked(false); });
    connect(&parts_.grid, &CompareGrid::selected, &parts_.strip, &VariantStrip::select);
    connect(&parts_.grid, &CompareGrid::chosen, this, &GridController::choose);
    bench_.on("view.zoom-in", &parts_.grid, &CompareGrid::zoomIn);
    bench_.on("view.zoom-out", &parts_.grid, &CompareGrid::zoomOut);
    bench_.on("view.fit", &parts_.grid, &CompareGrid::zoomToFit);
}

void GridController::setOn(bool on) {
    if (!on) {
        parts_.stack.setCurrentWidget(&bench_.canvas);
        bench_.canvas.setFocus();
        return;
    }
    parts_.stack.setCurrentWidget(&parts_.grid);
    fill();
    if (!bench_.canvas.isFitted()) {
        parts_.grid.showPlace(bench_.canvas.viewTransform(), bench_.canvas.size());
    }
    parts_.grid.setFocus();
}

std::vector<int> GridController::rows() const {
    const auto& variants = bench_.session.variants().variants();
    std::vector<int> rows(variants.size());
    std::iota(rows.rbegin(), rows.rend(), 0);
    std::ranges::stable_partition(rows, [&](int row) { return variants[static_cast<std::size_t>(row)].isStarred; });
    rows.resize(std::min<std::size_t>(rows.size(), CompareGrid::kMostPictures - 1));
    std::ranges::sort(rows);
    return rows;
}

void GridController::fill() {
    auto& session = bench_.session;
    std::vector<CompareGrid::Picture> pictures = {
        {-1, tr("Picture"), toQImage(toDisplay(session.document().picture()))}};
    for (const int row : rows()) {
        const VariantKey key = session.variants().variants().at(row).key;
        const QString method =
            QString::fromStdString(session.variants().run(key.run).spec.method.value_or(kDefaultMethod));
        const QString title = key.isMean() ? tr("Mean of run %1").arg(key.run)
                                           : QStringLiteral("%1.%2 · %3").arg(key.run).arg(key.sample).arg(method);
        try {
            pictures.push_back({row, title, toQImage(toDisplay(session.variants().image(row)))});
        } catch (const Error&) {
            continue; // its file has gone: the strip says so when it is chosen
        }
    }
    parts_.grid.setPictures(std::move(pictures), session.document().picture().size());
}

void GridController::choose(int row) {
    try {
        bench_.session.showVariant(row);
        bench_.action("view.grid")->setChecked(false);
    } catch (const Error& error) {
        showError(&bench_.window, tr("The variant cannot be shown."), error);
    }
}

} // namespace palimpsest::ui
