// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/workbench.h"

#include <QObject>
#include <QString>

namespace palimpsest::ui {

/// Offers the work that earlier sessions left behind.
class RecoveryController : public QObject {
    Q_OBJECT

public:
    RecoveryController(const Workbench& bench, const QString& recoveryRoot);

    /// Shows the dialog if there is something to take up; returns at once.
    void offer();

private:
    void recover(const QString& folder);
    void remove(const QString& folder);

    Workbench bench_;
    QString root_;
};

} // namespace palimpsest::ui
