// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/recovery_controller.h"

#include "ui/dialogs/error_dialog.h"
#include "ui/dialogs/recovery_dialog.h"
#include "ui/session/recovery/recovery.h"
#include "ui/session/recovery/work_folder.h"

#include <QStatusBar>

namespace palimpsest::ui {

RecoveryController::RecoveryController(const Workbench& bench, const QString& recoveryRoot)
    : bench_(bench), root_(recoveryRoot) {
    connect(&bench_.session, &Session::opened, this, [this] { hasWarned_ = false; });
    connect(&bench_.session, &Session::writeFailed, this, &RecoveryController::warn);
}

void RecoveryController::warn(const Error& error) {
    const QString headline = tr("Your work is not safe: it could not be written to the recovery folder.");
    if (hasWarned_) {
        bench_.window.statusBar()->showMessage(headline); // every second anew: no dialog for each
        return;
    }
    hasWarned_ = true;
    showError(&bench_.window, headline, error);
}

void RecoveryController::offer() {
    const auto sessions = abandonedSessions(root_);
    if (sessions.empty()) {
        return;
    }
    auto* dialog = new RecoveryDialog(sessions, &bench_.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RecoveryDialog::recoverRequested, this, &RecoveryController::recover);
    connect(dialog, &RecoveryDialog::deleteRequested, this, &RecoveryController::remove);
    dialog->open();
}

void RecoveryController::recover(const QString& folder) {
    try {
        bench_.session.recover(folder);
    } catch (...) {
        showError(&bench_.window, tr("The work could not be taken up."), translateCurrentException());
    }
}

void RecoveryController::remove(const QString& folder) {
    if (const auto work = WorkFolder::adopt(folder)) {
        work->discard();
    }
}

} // namespace palimpsest::ui
