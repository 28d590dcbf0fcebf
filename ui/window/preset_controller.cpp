// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/preset_controller.h"

#include "ui/dialogs/error_dialog.h"

#include <QInputDialog>
#include <QMenu>

namespace palimpsest::ui {
namespace {

QString inMenu(QString name) { return name.replace(QLatin1Char('&'), QStringLiteral("&&")); }

} // namespace

PresetController::PresetController(const Workbench& bench, QMenu* menu, const std::string& file)
    : bench_(bench), menu_(menu), deleting_(new QMenu(menu)), store_(file) {
    bench_.on("preset.save", this, &PresetController::askName);
    connect(menu_, &QMenu::aboutToShow, this, &PresetController::fill);
}

void PresetController::fill() {
    menu_->clear();
    deleting_->clear();
    deleting_->setTitle(tr("&Delete"));
    const auto names = store_.names(bench_.session.spec().task);
    for (const std::string& preset : names) {
        const QString name = QString::fromStdString(preset);
        auto* action = menu_->addAction(inMenu(name), this, [this, name] { load(name); });
        action->setToolTip(tr("Take over the settings kept as %1").arg(name));
    }
    if (names.empty()) {
        menu_->addAction(tr("No presets for this task yet"))->setEnabled(false);
    }
    menu_->addSeparator();
    menu_->addAction(bench_.action("preset.save"));
    if (!names.empty()) {
        menu_->addMenu(deleting_);
        for (const std::string& preset : names) {
            const QString name = QString::fromStdString(preset);
            auto* action = deleting_->addAction(inMenu(name), this, [this, name] { remove(name); });
            action->setToolTip(tr("Forget the settings kept as %1").arg(name));
        }
    }
}

void PresetController::askName() {
    QInputDialog dialog(&bench_.window);
    dialog.setWindowTitle(tr("Save Preset"));
    dialog.setLabelText(tr("Name of the preset; an old one of this name is replaced:"));
    if (dialog.exec() == QDialog::Accepted && !dialog.textValue().trimmed().isEmpty()) {
        save(dialog.textValue().trimmed());
    }
}

void PresetController::guarded(const std::function<void()>& work) {
    try {
        work();
    } catch (...) {
        showError(&bench_.window, tr("The presets could not be saved."), translateCurrentException());
    }
}

void PresetController::save(const QString& name) {
    guarded([&] { store_.save(name.toStdString(), bench_.session.spec()); });
}

void PresetController::load(const QString& name) {
    bench_.session.setSpec(store_.load(name.toStdString(), bench_.session.spec()));
}

void PresetController::remove(const QString& name) {
    guarded([&] { store_.remove(bench_.session.spec().task, name.toStdString()); });
}

} // namespace palimpsest::ui
