// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/seed_editor.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QRandomGenerator>
#include <QSignalBlocker>
#include <QToolButton>

namespace palimpsest::ui {

SeedEditor::SeedEditor(QAction* dice, QAction* lock, QWidget* parent)
    : QWidget(parent), number_(new QDoubleSpinBox(this)) {
    number_->setDecimals(0);
    number_->setRange(0, 9007199254740991.0);
    number_->setKeyboardTracking(false);
    number_->setObjectName(QStringLiteral("seed"));
    number_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setFocusProxy(number_);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(number_, 1);
    for (QAction* action : {dice, lock}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        layout->addWidget(button);
    }
    connect(number_, &QDoubleSpinBox::valueChanged, this, [this] { Q_EMIT changed(); });
}

std::uint64_t SeedEditor::seed() const { return static_cast<std::uint64_t>(number_->value()); }

void SeedEditor::setSeed(std::uint64_t seed) {
    const QSignalBlocker quiet(number_);
    number_->setValue(static_cast<double>(seed));
}

std::uint64_t newSeed() { return QRandomGenerator::system()->bounded(1000000U); }

} // namespace palimpsest::ui
