// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/workbench.h"

#include <QObject>
#include <QString>

namespace palimpsest::ui {

/// Offers the work that earlier sessions left behind, and warns when the present one cannot be kept safe.
class RecoveryController : public QObject {
    Q_OBJECT

public:
    RecoveryController(const Workbench& bench, const QString& recoveryRoot);

    /// Shows the dialog if there is something to take up; returns at once.
    void offer();

private:
    void warn(const Error& error);
    void recover(const QString& folder);
    void remove(const QString& folder);

    Workbench bench_;
    QString root_;
    bool hasWarned_ = false; ///< about the open picture
};

} // namespace palimpsest::ui
