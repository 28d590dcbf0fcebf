// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/settings_dialog.h"

#include "ui/appearance/language.h"

#include <QCheckBox>
#include <QColorDialog>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace palimpsest::ui {
namespace {

void name(QWidget* widget, const QString& text, const QString& tip) {
    widget->setAccessibleName(text);
    widget->setToolTip(tip);
}

QSpinBox* number(int lowest, int highest, int value, const QString& suffix) {
    auto* box = new QSpinBox;
    box->setRange(lowest, highest);
    box->setValue(value);
    box->setSuffix(suffix);
    return box;
}

} // namespace

SettingsDialog::SettingsDialog(const Settings& settings, QWidget* parent) : QDialog(parent), settings_(settings) {
    setWindowTitle(tr("Settings"));
    auto* form = new QFormLayout;
    addLook(form);
    addWork(form);
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("OK"), QDialogButtonBox::AcceptRole)->setToolTip(tr("Use these settings"));
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setToolTip(tr("Leave the settings as they were"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(buttons);
}

QComboBox* SettingsDialog::addMenu(QFormLayout* form, const QString& label, const QString& tip,
                                   const std::vector<std::pair<QString, QString>>& entries) {
    auto* box = new QComboBox(this);
    for (const auto& [value, title] : entries) {
        box->addItem(title, value);
    }
    name(box, label, tip);
    form->addRow(label, box);
    return box;
}

void SettingsDialog::addLook(QFormLayout* form) {
    std::vector<std::pair<QString, QString>> known = {{QString(), tr("As the system")}};
    for (const Language& language : languages()) {
        known.emplace_back(QString::fromLatin1(language.code), QString::fromUtf8(language.title));
    }
    auto* language = addMenu(form, tr("Language"), tr("Language of the window"), known);
    language->setObjectName(QStringLiteral("language"));
    language->setCurrentIndex(std::max(0, language->findData(QString::fromStdString(settings_.language))));
    readers_.push_back([language](Settings& s) { s.language = language->currentData().toString().toStdString(); });

    auto* theme = addMenu(form, tr("Theme"), tr("Bright or dark window"),
                          {{QStringLiteral("system"), tr("As the system")},
                           {QStringLiteral("light"), tr("Light")},
                           {QStringLiteral("dark"), tr("Dark")}});
    theme->setObjectName(QStringLiteral("theme"));
    theme->setCurrentIndex(std::max(0, theme->findData(QString::fromStdString(settings_.theme))));
    readers_.push_back([theme](Settings& s) { s.theme = theme->currentData().toString().toStdString(); });

    colour_ = new QPushButton(this);
    name(colour_, tr("Mask colour"), tr("Colour of the mask's overlay"));
    connect(colour_, &QPushButton::clicked, this, &SettingsDialog::chooseColour);
    showColour();
    form->addRow(tr("Mask colour"), colour_);
}

void SettingsDialog::addWork(QFormLayout* form) {
    auto* previews = number(1, 60, settings_.previewFramesPerSecond, tr(" a second"));
    name(previews, tr("Estimates"), tr("How often the canvas shows the estimate while a restoration runs"));
    form->addRow(tr("Estimates"), previews);
    readers_.push_back([previews](Settings& s) { s.previewFramesPerSecond = previews->value(); });

    auto* undo = number(8, 2048, static_cast<int>(settings_.undoByteBudget >> 20), QStringLiteral(" MiB"));
    name(undo, tr("Memory for undo"), tr("The oldest steps are forgotten when this is used up"));
    form->addRow(tr("Memory for undo"), undo);
    readers_.push_back([undo](Settings& s) { s.undoByteBudget = std::int64_t{undo->value()} << 20; });

    auto* recovery = new QCheckBox(tr("Keep unsaved work on the disk"), this);
    name(recovery, recovery->text(), tr("After a crash the next start offers mask and variants"));
    recovery->setChecked(settings_.recovery);
    form->addRow(tr("Recovery"), recovery);
    readers_.push_back([recovery](Settings& s) { s.recovery = recovery->isChecked(); });
}

void SettingsDialog::chooseColour() {
    const QColor chosen =
        QColorDialog::getColor(QColor(QString::fromStdString(settings_.maskColour)), this, tr("Mask Colour"));
    if (chosen.isValid()) {
        settings_.maskColour = chosen.name().toStdString();
        showColour();
    }
}

void SettingsDialog::showColour() {
    QPixmap swatch(48, 16);
    swatch.fill(QColor(QString::fromStdString(settings_.maskColour)));
    colour_->setIcon(swatch);
    colour_->setIconSize(swatch.size());
}

Settings SettingsDialog::settings() const {
    Settings edited = settings_;
    for (const auto& read : readers_) {
        read(edited);
    }
    return edited;
}

} // namespace palimpsest::ui
