// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/close_question.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace palimpsest::ui {
CloseAnswer askToClose(QWidget* parent, const QString& title, const CloseCircumstances& circumstances) {
    QMessageBox box(QMessageBox::Question, QStringLiteral("Palimpsest"),
                    QCoreApplication::translate("CloseQuestion", "Save the work on “%1”?").arg(title),
                    QMessageBox::NoButton, parent);
    box.setObjectName(QStringLiteral("closeQuestion"));
    box.setInformativeText(
        circumstances.isRunning
            ? QCoreApplication::translate("CloseQuestion", "A restoration is running and will be stopped.")
            : QCoreApplication::translate("CloseQuestion", "Mask and variants are not saved."));
    const auto add = [&box](const QString& text, const QString& tip, QMessageBox::ButtonRole role) {
        auto* button = box.addButton(text, role);
        button->setToolTip(tip);
        return button;
    };
    auto* save = add(QCoreApplication::translate("CloseQuestion", "&Save…"),
                     QCoreApplication::translate("CloseQuestion", "Save the picture as shown, then close"),
                     QMessageBox::AcceptRole);
    auto* keep =
        !circumstances.isQuitting
            ? nullptr
            : add(QCoreApplication::translate("CloseQuestion", "&Keep for Next Start"),
                  QCoreApplication::translate("CloseQuestion", "Close, and offer mask and variants at the next start"),
                  QMessageBox::YesRole);
    auto* discard = add(QCoreApplication::translate("CloseQuestion", "&Discard"),
                        QCoreApplication::translate("CloseQuestion", "Close, and delete mask and variants"),
                        QMessageBox::DestructiveRole);
    auto* stay = add(QCoreApplication::translate("CloseQuestion", "Cancel"),
                     QCoreApplication::translate("CloseQuestion", "Do not close"), QMessageBox::RejectRole);
    box.setDefaultButton(save);
    box.setEscapeButton(stay);
    box.exec();
    const auto* clicked = box.clickedButton();
    if (clicked == save) {
        return CloseAnswer::save;
    }
    if (clicked == discard) {
        return CloseAnswer::discard;
    }
    return keep && clicked == keep ? CloseAnswer::keep : CloseAnswer::stay;
}

} // namespace palimpsest::ui
