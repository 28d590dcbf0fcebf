// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/uncertainty_panel.h"

#include "ui/forms/slider_field.h"
#include "ui/plots/colour_scale.h"
#include "ui/plots/residual_plot.h"
#include "ui/plots/sample_histogram.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace palimpsest::ui {
namespace {

constexpr int kOverlays = 5;
constexpr int kFirstThreshold = 10; ///< of 255

} // namespace

UncertaintyPanel::UncertaintyPanel(QWidget* parent)
    : QWidget(parent), overlayLabel_(new QLabel(this)), overlay_(new QComboBox(this)),
      thresholdLabel_(new QLabel(this)),
      threshold_(new SliderField({1, 100, SliderField::Scale::logarithmic, QStringLiteral(" / 255")}, this)),
      legend_(new ColourScale(this)), note_(new QLabel(this)), histogramLabel_(new QLabel(this)),
      histogram_(new SampleHistogram(this)), residualLabel_(new QLabel(this)), residuals_(new ResidualPlot(this)) {
    overlay_->setObjectName(QStringLiteral("overlay"));
    threshold_->setObjectName(QStringLiteral("threshold"));
    note_->setObjectName(QStringLiteral("sureNote"));
    for (int i = 0; i < kOverlays; ++i) {
        overlay_->addItem(QString());
    }
    threshold_->setValue(kFirstThreshold);
    for (QLabel* label : {note_, histogramLabel_, residualLabel_}) {
        label->setWordWrap(true);
    }
    overlay_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    overlayLabel_->setBuddy(overlay_);
    thresholdLabel_->setBuddy(threshold_);
    auto* layout = new QVBoxLayout(this);
    const std::initializer_list<QWidget*> parts = {overlayLabel_,  overlay_,  legend_,         thresholdLabel_,
                                                   threshold_,     note_,     histogramLabel_, histogram_,
                                                   residualLabel_, residuals_};
    for (QWidget* part : parts) {
        layout->addWidget(part);
    }
    layout->addStretch(1);
    connect(overlay_, &QComboBox::activated, this,
            [this](int index) { Q_EMIT overlayChosen(static_cast<SureOverlay>(index)); });
    connect(threshold_, &SliderField::changed, this, &UncertaintyPanel::thresholdChanged);
    setOverlay(SureOverlay::none);
    setLegend({}, {});
    setNote({});
    retranslate();
}

SureOverlay UncertaintyPanel::overlay() const { return static_cast<SureOverlay>(overlay_->currentIndex()); }

void UncertaintyPanel::setOverlay(SureOverlay overlay) {
    overlay_->setCurrentIndex(static_cast<int>(overlay));
    const bool hasThreshold = overlay == SureOverlay::disagreement;
    thresholdLabel_->setVisible(hasThreshold);
    threshold_->setVisible(hasThreshold);
}

void UncertaintyPanel::setAvailable(SureOverlay overlay, bool isThere) {
    qobject_cast<QStandardItemModel*>(overlay_->model())->item(static_cast<int>(overlay))->setEnabled(isThere);
}

double UncertaintyPanel::threshold() const { return threshold_->value() / 255.0; }

void UncertaintyPanel::setLegend(const QString& least, const QString& most) {
    legend_->setEnds(least, most);
    legend_->setVisible(!most.isEmpty());
}

void UncertaintyPanel::setNote(const QString& text) {
    note_->setText(text);
    note_->setVisible(!text.isEmpty());
}

void UncertaintyPanel::retranslate() {
    const QString tip = tr("What is drawn over the result to say how sure it is");
    overlayLabel_->setText(tr("Over the result"));
    overlay_->setToolTip(tip);
    overlay_->setAccessibleName(overlayLabel_->text());
    const QString names[kOverlays] = {tr("Nothing"), tr("Deviation of the variants"), tr("Disagreement"),
                                      tr("Measured or invented"), tr("Residual of the data")};
    const QString tips[kOverlays] = {tr("The result alone"), tr("Standard deviation of the variants at each pixel"),
                                     tr("Hatched where the variants differ by more than the threshold"),
                                     tr("Tinted where the picture does not determine the result: the prior made it up"),
                                     tr("Distance of the result from the picture, in units of its noise")};
    for (int i = 0; i < kOverlays; ++i) {
        overlay_->setItemText(i, names[i]);
        overlay_->setItemData(i, tips[i], Qt::ToolTipRole);
    }
    thresholdLabel_->setText(tr("Threshold"));
    threshold_->setTexts(thresholdLabel_->text(), tr("Standard deviation above which the variants disagree"));
    legend_->setAccessibleName(tr("Legend"));
    legend_->setToolTip(tr("What the colours mean"));
    histogramLabel_->setText(tr("Variants at the pointer"));
    residualLabel_->setText(tr("Fit to the picture, in units of the noise"));
}

void UncertaintyPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace palimpsest::ui
