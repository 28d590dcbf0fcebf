// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/priors/choice_trial.h"

#include "ui/forms/core_message.h"
#include "ui/session/document/qimage_view.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPixmap>
#include <QToolButton>

namespace palimpsest::ui {
namespace {

constexpr int kSide = 72;   ///< px, of a sample on the screen
constexpr int kSamples = 2; ///< of a value, side by side
constexpr int kGap = 2;

QPixmap strip(const std::vector<Image>& samples, const QPalette& palette) {
    QPixmap pixmap(kSamples * kSide + (kSamples - 1) * kGap, kSide);
    pixmap.fill(palette.color(QPalette::Mid));
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (int i = 0; i < kSamples && i < static_cast<int>(samples.size()); ++i) {
        painter.drawImage(QRect(i * (kSide + kGap), 0, kSide, kSide), toQImage(samples[static_cast<std::size_t>(i)]));
    }
    return pixmap;
}

} // namespace

QString choiceValueText(const std::string& value) {
    return value == "eps"  ? ChoiceTrial::tr("the noise (eps)")
           : value == "v"  ? ChoiceTrial::tr("the velocity (v)")
           : value == "x0" ? ChoiceTrial::tr("the clean picture (x0)")
           : value == "ve" ? ChoiceTrial::tr("added (VE)")
           : value == "vp" ? ChoiceTrial::tr("mixed (VP)")
                           : catalogueText(value);
}

ChoiceTrial::ChoiceTrial(const ModelChoice& choice, QWidget* parent)
    : QWidget(parent), choice_(choice), row_(new QHBoxLayout(this)) {
    row_->setContentsMargins(0, 0, 0, 0);
    row_->addStretch(1);
    hide();
}

void ChoiceTrial::begin() {
    for (auto* picture : pictures_) {
        delete picture;
    }
    pictures_.clear();
    for (const std::string& value : choice_.values) {
        auto* picture = new QToolButton(this);
        picture->setObjectName(QStringLiteral("sample.%1").arg(QString::fromStdString(value)));
        picture->setAccessibleName(tr("Samples with %1").arg(choiceValueText(value)));
        picture->setToolTip(tr("Take the value %1").arg(choiceValueText(value)));
        picture->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        picture->setIconSize(QSize(kSamples * kSide + (kSamples - 1) * kGap, kSide));
        picture->setIcon(strip({}, palette()));
        picture->setFocusPolicy(Qt::StrongFocus);
        picture->setCheckable(true);
        connect(picture, &QToolButton::clicked, this, [this, value] { Q_EMIT picked(value); });
        row_->insertWidget(row_->count() - 1, picture);
        pictures_.push_back(picture);
    }
    setValue(value_);
    show();
}

void ChoiceTrial::showSamples(const std::string& value, const std::vector<Image>& samples) {
    for (std::size_t i = 0; i < pictures_.size(); ++i) {
        if (choice_.values[i] == value) {
            pictures_[i]->setIcon(strip(samples, palette()));
        }
    }
}

void ChoiceTrial::setValue(const std::string& value) {
    value_ = value;
    for (std::size_t i = 0; i < pictures_.size(); ++i) {
        const bool isTaken = choice_.values[i] == value;
        const QString text = choiceValueText(choice_.values[i]);
        pictures_[i]->setChecked(isTaken);
        pictures_[i]->setText(isTaken ? QStringLiteral("✓ %1").arg(text) : text);
    }
}

} // namespace palimpsest::ui
