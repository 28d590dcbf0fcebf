// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/priors/prior_details.h"

#include "ui/forms/core_message.h"
#include "ui/forms/quantity_text.h"
#include "ui/forms/schema_text.h"
#include "ui/priors/prior_fit.h"
#include "ui/priors/prior_text.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace palimpsest::ui {
namespace {

QLabel* textLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

/// Declared by core for the priors of the program, and said by its import of those that were published.
QString trainingText(const PriorDescription& prior) {
    const QString declared = schemaText(prior.trainingData);
    return declared == QString::fromStdString(prior.trainingData) ? catalogueText(prior.trainingData) : declared;
}

/// Lets a long path or hash be broken at its signs.
QString breakable(QString text) {
    const QString gap(QChar(0x200b));
    for (qsizetype i = text.size() - 1; i > 0; --i) {
        if (text[i - 1] == QLatin1Char('/') || (text.size() == 64 && i % 16 == 0)) {
            text.insert(i, gap);
        }
    }
    return text;
}

} // namespace

PriorDetails::PriorDetails(QWidget* parent)
    : QWidget(parent), title_(textLabel(this)), state_(textLabel(this)), rows_(new QFormLayout) {
    title_->setObjectName(QStringLiteral("priorTitle"));
    state_->setObjectName(QStringLiteral("priorState"));
    QFont font = title_->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.2);
    title_->setFont(font);
    rows_->setRowWrapPolicy(QFormLayout::WrapLongRows);
    rows_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto* column = new QVBoxLayout(this);
    column->addWidget(title_);
    column->addWidget(state_);
    column->addLayout(rows_);
    column->addStretch(1);
}

void PriorDetails::addRow(const QString& name, const QString& value) {
    if (!value.isEmpty()) {
        auto* label = textLabel(this);
        label->setText(value);
        label->setAccessibleName(name);
        rows_->addRow(name, label);
    }
}

void PriorDetails::clear() {
    while (rows_->rowCount() > 0) {
        rows_->removeRow(0);
    }
    title_->setText({});
    state_->setText({});
    state_->hide();
}

void PriorDetails::show(const PriorDescription& prior, const QString& tasks, bool isChosen) {
    clear();
    title_->setText(priorTitle(prior));
    const QString why = misfit(prior);
    state_->setText(!why.isEmpty()                ? why
                    : !condition(prior).isEmpty() ? condition(prior)
                    : isChosen                    ? tr("The next run samples with this prior.")
                                                  : QString());
    state_->setVisible(!state_->text().isEmpty());
    addRow(tr("Kind"), priorKind(prior));
    addRow(tr("Used by"), tasks);
    addRow(tr("Trained on"), trainingText(prior));
    addRow(tr("Licence"), prior.licence.empty() ? tr("Unknown") : catalogueText(prior.licence));
    addRow(tr("Origin"), prior.bundled ? tr("Comes with the program") : tr("Added by you"));
    addRow(tr("Native size"), prior.nativeSize > 0 ? QStringLiteral("%1 px").arg(prior.nativeSize) : QString());
    addRow(tr("Channels"), channelText(prior.channels));
    addRow(tr("Parameters"), prior.parameterCount > 0 ? countText(prior.parameterCount) : QString());
    addRow(tr("On disk"), prior.byteSize > 0 ? byteText(prior.byteSize) : QString());
    addRow(tr("Network"), QString::fromStdString(prior.architecture));
    addRow(tr("SHA-256"), breakable(QString::fromStdString(prior.sha256)));
    addRow(tr("Folder"), breakable(QString::fromStdString(prior.folder)));
}

} // namespace palimpsest::ui
