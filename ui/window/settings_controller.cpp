// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/settings_controller.h"

#include "ui/dialogs/settings_dialog.h"
#include "ui/dialogs/shortcut_dialog.h"
#include "ui/forms/core_message.h"

#include <QColor>
#include <QStatusBar>

namespace palimpsest::ui {

SettingsController::SettingsController(const Workbench& bench) : bench_(bench) {
    bench_.on("edit.settings", this, &SettingsController::editSettings);
    bench_.on("edit.shortcuts", this, &SettingsController::editShortcuts);
    connect(&bench_.settings, &SettingsKeeper::changed, this, &SettingsController::apply);
    connect(&bench_.settings, &SettingsKeeper::saveFailed, this, [this](const Message& sentence) {
        bench_.window.statusBar()->showMessage(tr("The settings could not be saved: %1").arg(coreText(sentence)));
    });
    apply();
    bench_.actions.setShortcuts(ShortcutMap(bench_.settings.settings().shortcuts));
}

void SettingsController::editSettings() {
    auto* dialog = new SettingsDialog(bench_.settings.settings(), &bench_.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        bench_.settings.change([edited = dialog->settings()](Settings& settings) { settings = edited; });
    });
    dialog->open();
}

void SettingsController::editShortcuts() {
    auto* dialog = new ShortcutDialog(bench_.actions.shortcuts(), &bench_.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        bench_.actions.setShortcuts(dialog->shortcuts());
        bench_.settings.change([&](Settings& settings) { settings.shortcuts = dialog->shortcuts().changes(); });
    });
    dialog->open();
}

void SettingsController::apply() {
    const Settings& settings = bench_.settings.settings();
    bench_.session.document().setUndoByteBudget(static_cast<std::size_t>(settings.undoByteBudget));
    bench_.session.setRecovery(settings.recovery);
    const QColor colour(QString::fromStdString(settings.maskColour));
    if (colour.isValid() && colour != bench_.canvas.maskColour()) {
        bench_.canvas.setMaskColour(colour);
    }
}

} // namespace palimpsest::ui
