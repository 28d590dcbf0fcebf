// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/radius_dialog.h"

#include <QCoreApplication>
#include <QInputDialog>

namespace palimpsest::ui {

std::optional<double> askRadius(QWidget* parent, const QString& title, double proposal) {
    QInputDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("radiusDialog"));
    dialog.setWindowTitle(title);
    dialog.setLabelText(QCoreApplication::translate("RadiusDialog", "Radius in pixels:"));
    dialog.setInputMode(QInputDialog::DoubleInput);
    dialog.setDoubleRange(0.5, 500);
    dialog.setDoubleDecimals(1);
    dialog.setDoubleValue(proposal);
    dialog.setOkButtonText(QCoreApplication::translate("RadiusDialog", "OK"));
    dialog.setCancelButtonText(QCoreApplication::translate("RadiusDialog", "Cancel"));
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.doubleValue()) : std::nullopt;
}

} // namespace palimpsest::ui
