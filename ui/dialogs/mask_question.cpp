// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/mask_question.h"

#include <QCoreApplication>
#include <QInputDialog>
#include <QLocale>
#include <QStringList>

namespace palimpsest::ui {
namespace {

QString sentenceOf(const MaskChoice& choice) {
    const QString percent = QLocale().toString(choice.percent, 'g', 3);
    if (choice.name == QLatin1String("black")) {
        return QCoreApplication::translate("MaskQuestion", "Black is restored: %1 % of the picture").arg(percent);
    }
    if (choice.name == QLatin1String("alpha")) {
        return QCoreApplication::translate("MaskQuestion", "What is painted is restored: %1 % of the picture")
            .arg(percent);
    }
    if (choice.name == QLatin1String("erased")) {
        return QCoreApplication::translate("MaskQuestion", "What was erased is restored: %1 % of the picture")
            .arg(percent);
    }
    return QCoreApplication::translate("MaskQuestion", "White is restored: %1 % of the picture").arg(percent);
}

} // namespace

std::optional<int> askMaskMeaning(QWidget* parent, const std::vector<MaskChoice>& choices, int proposal) {
    QStringList sentences;
    for (const MaskChoice& choice : choices) {
        sentences << sentenceOf(choice);
    }
    QInputDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("maskQuestion"));
    dialog.setWindowTitle(QCoreApplication::translate("MaskQuestion", "Import Mask"));
    dialog.setLabelText(QCoreApplication::translate("MaskQuestion", "The mask can be understood in several ways:"));
    dialog.setOption(QInputDialog::UseListViewForComboBoxItems);
    dialog.setComboBoxItems(sentences);
    dialog.setTextValue(sentences.value(proposal));
    dialog.setOkButtonText(QCoreApplication::translate("MaskQuestion", "OK"));
    dialog.setCancelButtonText(QCoreApplication::translate("MaskQuestion", "Cancel"));
    if (dialog.exec() != QDialog::Accepted) {
        return std::nullopt;
    }
    return static_cast<int>(sentences.indexOf(dialog.textValue()));
}

} // namespace palimpsest::ui
