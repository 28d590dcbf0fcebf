// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QDialog>
#include <QString>

namespace palimpsest::ui {

/// What failed, why, and what to do next; the details can be copied. The one dialog for errors.
class ErrorDialog : public QDialog {
    Q_OBJECT

public:
    /// `headline`: one translated sentence that says what could not be done.
    ErrorDialog(const QString& headline, const Error& error, QWidget* parent);

    /// What Copy puts on the clipboard.
    const QString& details() const { return details_; }

private:
    QString details_;
};

/// Shows the dialog without waiting for it to be closed.
void showError(QWidget* parent, const QString& headline, const Error& error);

} // namespace palimpsest::ui
