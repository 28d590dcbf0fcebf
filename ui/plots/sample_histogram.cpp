// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/sample_histogram.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace palimpsest::ui {
namespace {

constexpr int kBins = 32;

} // namespace

SampleHistogram::SampleHistogram(QWidget* parent) : PlotFrame(parent) {
    setObjectName(QStringLiteral("sampleHistogram"));
    retranslate();
}

void SampleHistogram::setValues(const std::vector<std::array<float, 3>>& values, int channels) {
    values_ = values;
    channels_ = channels;
    update();
}

void SampleHistogram::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (values_.empty()) {
        paintEmpty(painter, tr("With three variants or more: their values under the pointer."));
        return;
    }
    const QRectF place = paintFrame(painter, {.left = QStringLiteral("0"),
                                              .right = QStringLiteral("255"),
                                              .bottom = QStringLiteral("0"),
                                              .top = QString::number(values_.size())});
    for (int channel = 0; channel < channels_; ++channel) {
        paintChannel(painter, place, channel);
    }
}

void SampleHistogram::paintChannel(QPainter& painter, const QRectF& place, int channel) const {
    std::array<int, kBins> counts{};
    for (const auto& value : values_) {
        const int bin = static_cast<int>(std::clamp(value[static_cast<std::size_t>(channel)], 0.0F, 1.0F) * kBins);
        ++counts[static_cast<std::size_t>(std::min(bin, kBins - 1))];
    }
    const std::array<QColor, 3> colours = {QColor(220, 60, 50), QColor(40, 160, 60), QColor(60, 110, 230)};
    QColor colour = channels_ == 1 ? palette().color(QPalette::WindowText) : colours[static_cast<std::size_t>(channel)];
    colour.setAlpha(150);
    const double width = place.width() / kBins;
    for (int bin = 0; bin < kBins; ++bin) {
        const double height =
            place.height() * counts[static_cast<std::size_t>(bin)] / static_cast<double>(values_.size());
        painter.fillRect(QRectF(place.left() + bin * width, place.bottom() - height, width, height), colour);
    }
}

void SampleHistogram::retranslate() {
    setToolTip(tr("How often each value occurs among the variants at the pixel under the pointer"));
    setAccessibleName(tr("Values of the variants"));
}

void SampleHistogram::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    PlotFrame::changeEvent(event);
}

} // namespace palimpsest::ui
