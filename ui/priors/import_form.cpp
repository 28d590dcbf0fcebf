// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/priors/import_form.h"

#include "ui/forms/core_message.h"
#include "ui/forms/quantity_text.h"
#include "ui/priors/choice_trial.h"
#include "ui/priors/prior_text.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace palimpsest::ui {
namespace {

QLabel* wrapped(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

ImportForm::ImportForm(const RecognisedModel& model, QWidget* parent) : QWidget(parent), model_(model) {
    auto* column = new QVBoxLayout(this);
    addFacts(*column);
    auto* rows = new QFormLayout;
    rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    if (model.problem.isEmpty()) {
        addNames(*rows);
        for (const bool isKnown : {false, true}) { // what only a person may know comes first
            for (const ModelChoice& choice : model.choices) {
                if (choice.isKnown == isKnown) {
                    addChoice(choice, *rows);
                }
            }
        }
    }
    column->addLayout(rows);
    column->addStretch(1);
}

void ImportForm::addFacts(QVBoxLayout& column) {
    auto* family = wrapped(coreText(model_.family), this);
    family->setObjectName(QStringLiteral("family"));
    QFont font = family->font();
    font.setBold(true);
    family->setFont(font);
    column.addWidget(family);
    QStringList sentences;
    if (!model_.problem.isEmpty()) {
        sentences.append(coreStatement(model_.problem));
    }
    for (const Message& fact : model_.facts) {
        sentences.append(QStringLiteral("• ") + coreStatement(fact));
    }
    QStringList figures;
    if (model_.nativeSize > 0) {
        figures.append(tr("%1 px").arg(model_.nativeSize));
    }
    figures.append(tr("channels: %1").arg(channelText(model_.channels)));
    if (model_.parameterCount > 0) {
        figures.append(tr("%1 parameters").arg(countText(model_.parameterCount)));
    }
    if (model_.byteSize > 0) {
        figures.append(byteText(model_.byteSize));
    }
    sentences.append(figures.join(QStringLiteral(" · ")));
    auto* facts = wrapped(sentences.join(QLatin1Char('\n')), this);
    facts->setObjectName(QStringLiteral("facts"));
    column.addWidget(facts);
}

void ImportForm::addChoice(const ModelChoice& choice, QFormLayout& rows) {
    auto* question = wrapped(coreText(choice.question), this);
    auto* box = new QComboBox(this);
    box->setObjectName(QStringLiteral("choice.%1").arg(QString::fromStdString(choice.name)));
    box->setAccessibleName(question->text());
    box->setToolTip(choice.isKnown ? tr("A file or a preset says so; change it only if you know better")
                                   : tr("The weights do not tell; change it if the samples look wrong"));
    for (const std::string& value : choice.values) {
        const bool isAssumed = value == choice.assumed;
        const QString title = choiceValueText(value);
        box->addItem(!isAssumed       ? title
                     : choice.isKnown ? tr("%1 (known)").arg(title)
                                      : tr("%1 (assumed)").arg(title),
                     QString::fromStdString(value));
        if (isAssumed) {
            box->setCurrentIndex(box->count() - 1);
        }
    }
    auto* trial = new ChoiceTrial(choice, this);
    trial->setValue(choice.assumed);
    auto* attempt = new QPushButton(tr("Try"), this);
    attempt->setObjectName(QStringLiteral("try.%1").arg(QString::fromStdString(choice.name)));
    attempt->setToolTip(tr("Draw small pictures with each value: the right one shows in them"));
    attempt->setAutoDefault(false);
    attempt->setVisible(choice.values.size() > 1);
    connect(attempt, &QPushButton::clicked, this, [this, name = choice.name] { Q_EMIT trialRequested(name); });
    auto* line = new QHBoxLayout;
    line->addWidget(box, 1);
    line->addWidget(attempt);
    connect(trial, &ChoiceTrial::picked, box,
            [box](const std::string& value) { box->setCurrentIndex(box->findData(QString::fromStdString(value))); });
    connect(box, &QComboBox::currentIndexChanged, this, [this, box, trial] {
        trial->setValue(box->currentData().toString().toStdString());
        Q_EMIT changed();
    });
    boxes_[choice.name] = box;
    trials_[choice.name] = trial;
    rows.addRow(question);
    rows.addRow(line);
    rows.addRow(trial);
}

QLineEdit* ImportForm::addLine(const char* name, const QString& title, const QString& toolTip,
                               const std::string& text) {
    auto* line = new QLineEdit(QString::fromStdString(text), this);
    line->setObjectName(QString::fromLatin1(name));
    line->setAccessibleName(title);
    line->setToolTip(toolTip);
    connect(line, &QLineEdit::textChanged, this, &ImportForm::changed);
    return line;
}

void ImportForm::addNames(QFormLayout& rows) {
    title_ = addLine("modelTitle", tr("Title"), tr("The name that menus show"), model_.title);
    id_ = addLine("modelId", tr("Id"), tr("The name for the command line: lower case letters, digits and hyphens"),
                  model_.id);
    static const QRegularExpression pattern(QStringLiteral("[a-z0-9][a-z0-9-]*"));
    id_->setValidator(new QRegularExpressionValidator(pattern, id_));
    licence_ = addLine("modelLicence", tr("Licence"), tr("What its authors allow; goes into the card of the prior"),
                       model_.licence);
    licence_->setPlaceholderText(tr("Unknown"));
    rows.addRow(tr("Title"), title_);
    rows.addRow(tr("Id"), id_);
    rows.addRow(tr("Licence"), licence_);
}

ModelImport ImportForm::order() const {
    ModelImport order{.path = model_.path, .id = {}, .title = {}, .licence = {}, .choices = {}};
    if (id_) {
        order.id = id_->text().toStdString();
        order.title = title_->text().trimmed().toStdString();
        order.licence = licence_->text().trimmed().toStdString();
    }
    for (const auto& [name, box] : boxes_) {
        order.choices[name] = box->currentData().toString().toStdString();
    }
    return order;
}

bool ImportForm::isComplete() const { return model_.problem.isEmpty() && id_ && id_->hasAcceptableInput(); }

ChoiceTrial* ImportForm::trial(const std::string& choice) const {
    const auto found = trials_.find(choice);
    return found == trials_.end() ? nullptr : found->second;
}

} // namespace palimpsest::ui
