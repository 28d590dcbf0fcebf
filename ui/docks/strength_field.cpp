// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/strength_field.h"

#include "ui/forms/slider_field.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <cmath>

namespace palimpsest::ui {

StrengthField::StrengthField(QWidget* parent)
    : QWidget(parent), label_(new QLabel(this)),
      slider_(new SliderField({0, 100, SliderField::Scale::linear, QStringLiteral(" %")}, this)) {
    slider_->setObjectName(QStringLiteral("strength"));
    label_->setBuddy(slider_);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label_);
    layout->addWidget(slider_, 1);
    connect(slider_, &SliderField::changed, this, [this](int percent) { Q_EMIT changed(percent / 100.0); });
    setStrength(1);
    retranslate();
}

void StrengthField::setStrength(double strength) { slider_->setValue(static_cast<int>(std::lround(100 * strength))); }

void StrengthField::retranslate() {
    const QString tip =
        tr("How much of the result is mixed into the picture, without a new run; it counts when the result "
           "is saved or used");
    label_->setText(tr("Strength"));
    label_->setToolTip(tip);
    slider_->setTexts(label_->text(), tip);
}

void StrengthField::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace palimpsest::ui
