// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/variant_controller.h"

#include "ui/dialogs/error_dialog.h"

#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace palimpsest::ui {

VariantController::VariantController(const Workbench& bench, const Parts& parts) : bench_(bench), parts_(parts) {
    auto& session = bench_.session;
    const auto onSelected = [this](const char* id, void (VariantController::*handler)(int)) {
        bench_.on(id, this, [this, handler] { (this->*handler)(parts_.strip.selectedRow()); });
    };
    onSelected("variant.show", &VariantController::show);
    onSelected("variant.compare", &VariantController::compare);
    onSelected("variant.compare-shown", &VariantController::compareWithShown);
    onSelected("variant.delete", &VariantController::remove);
    onSelected("variant.apply", &VariantController::takeOver);
    bench_.on("variant.export", this, [this] { parts_.files.exportVariant(parts_.strip.selectedRow()); });
    bench_.on("variant.star", this,
              [this](bool on) { bench_.session.variants().setStarred(parts_.strip.selectedRow(), on); });
    bench_.on("variant.previous", this, [this] { step(-1); });
    bench_.on("variant.next", this, [this] { step(+1); });
    connect(&parts_.strip, &VariantStrip::activated, this, &VariantController::show);
    connect(&parts_.strip, &VariantStrip::selected, this, &VariantController::selectionChanged);
    connect(&session, &Session::shownVariantChanged, this, [this](int row) {
        parts_.model.setShown(row);
        if (row >= 0) {
            parts_.strip.select(row);
        }
    });
    connect(&session.variants(), &VariantStore::removed, this, [this] {
        parts_.model.setShown(bench_.session.shownVariant());
        Q_EMIT selectionChanged();
    });
    connect(&session.variants(), &VariantStore::changed, this, &VariantController::selectionChanged);
}

void VariantController::show(int row) {
    try {
        bench_.session.showVariant(row);
    } catch (const Error& error) {
        showError(&bench_.window, tr("The variant cannot be shown."), error);
    }
}

void VariantController::takeOver(int row) {
    show(row);
    bench_.session.takeResult();
}

void VariantController::compareWithShown(int row) {
    const Image shown = bench_.session.shownImage();
    show(row);
    bench_.canvas.setComparison(shown);
    bench_.canvas.setWipe(true);
}

void VariantController::compare(int row) {
    show(row);
    bench_.canvas.setComparison({});
    bench_.canvas.setWipe(true);
}

void VariantController::remove(int row) {
    auto& variants = bench_.session.variants();
    if (variants.variants().at(row).isStarred) {
        QMessageBox box(QMessageBox::Question, QStringLiteral("Palimpsest"), tr("Delete a variant with a star?"),
                        QMessageBox::NoButton, &bench_.window);
        auto* yes = box.addButton(tr("&Delete"), QMessageBox::DestructiveRole);
        yes->setToolTip(tr("Delete the variant"));
        auto* no = box.addButton(tr("Cancel"), QMessageBox::RejectRole);
        no->setToolTip(tr("Keep the variant"));
        box.exec();
        if (box.clickedButton() != yes) {
            return;
        }
    }
    variants.remove(row);
}

void VariantController::step(int by) {
    const int count = static_cast<int>(bench_.session.variants().variants().size());
    const int row = std::clamp(parts_.strip.selectedRow() + by, 0, count - 1);
    parts_.strip.select(row);
    show(row);
}

} // namespace palimpsest::ui
