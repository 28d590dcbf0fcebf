// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/slider_field.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QValidator>

#include <algorithm>
#include <cmath>

namespace palimpsest::ui {
namespace {

constexpr int kPositions = 1000;

/// Shows a tenth of its value.
class TenthsBox : public QSpinBox {
public:
    using QSpinBox::QSpinBox;

protected:
    QString textFromValue(int value) const override { return locale().toString(value / 10.0, 'f', 1); }
    int valueFromText(const QString& text) const override {
        return static_cast<int>(std::lround(10 * locale().toDouble(bare(text))));
    }
    QValidator::State validate(QString& text, int&) const override {
        bool isNumber = false;
        const double number = locale().toDouble(bare(text), &isNumber);
        const bool isInside = isNumber && 10 * number >= minimum() && 10 * number <= maximum();
        return isInside ? QValidator::Acceptable : QValidator::Intermediate;
    }

private:
    QString bare(QString text) const { return text.remove(suffix()).trimmed(); }
};

QSpinBox* makeBox(bool inTenths, QWidget* parent) { return inTenths ? new TenthsBox(parent) : new QSpinBox(parent); }

} // namespace

SliderField::SliderField(const Range& range, QWidget* parent)
    : QWidget(parent), range_(range), slider_(new QSlider(Qt::Horizontal, this)),
      number_(makeBox(range.inTenths, this)) {
    slider_->setRange(0, kPositions);
    slider_->setPageStep(kPositions / 10);
    slider_->setMinimumWidth(40);
    number_->setRange(range.lowest, range.highest);
    number_->setSuffix(range.suffix);
    number_->setKeyboardTracking(false);
    setFocusProxy(number_);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(slider_, 1);
    layout->addWidget(number_);
    connect(slider_, &QSlider::valueChanged, this, [this](int position) {
        const QSignalBlocker quiet(number_);
        number_->setValue(valueAt(position));
        Q_EMIT changed(number_->value());
    });
    connect(number_, &QSpinBox::valueChanged, this, [this](int value) {
        const QSignalBlocker quiet(slider_);
        slider_->setValue(positionOf(value));
        Q_EMIT changed(value);
    });
}

int SliderField::value() const { return number_->value(); }

void SliderField::setValue(int value) {
    const QSignalBlocker quietSlider(slider_);
    const QSignalBlocker quietNumber(number_);
    number_->setValue(value);
    slider_->setValue(positionOf(value));
}

void SliderField::setTexts(const QString& accessibleName, const QString& toolTip) {
    for (QWidget* part : {static_cast<QWidget*>(slider_), static_cast<QWidget*>(number_)}) {
        part->setAccessibleName(accessibleName);
        part->setToolTip(toolTip);
    }
}

int SliderField::positionOf(int value) const {
    const double low = range_.lowest;
    const double high = range_.highest;
    const double part =
        range_.scale == Scale::linear ? (value - low) / (high - low) : std::log(value / low) / std::log(high / low);
    return static_cast<int>(std::lround(kPositions * std::clamp(part, 0.0, 1.0)));
}

int SliderField::valueAt(int position) const {
    const double part = static_cast<double>(position) / kPositions;
    const double low = range_.lowest;
    const double high = range_.highest;
    const double value = range_.scale == Scale::linear ? low + part * (high - low) : low * std::pow(high / low, part);
    return static_cast<int>(std::lround(value));
}

} // namespace palimpsest::ui
