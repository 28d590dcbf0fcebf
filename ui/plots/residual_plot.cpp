// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/residual_plot.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace palimpsest::ui {
namespace {

constexpr double kLeast = 1e-3; ///< smaller residuals are drawn here

/// Short, and without a power of ten.
QString labelOf(double value) {
    return value < 100 ? QLocale().toString(value, 'g', 2) : QLocale().toString(value, 'f', 0);
}

} // namespace

ResidualPlot::ResidualPlot(QWidget* parent) : PlotFrame(parent) {
    setObjectName(QStringLiteral("residualPlot"));
    retranslate();
}

void ResidualPlot::setCurve(const std::vector<double>& residuals, int steps) {
    residuals_ = residuals;
    steps_ = std::max({1, steps, static_cast<int>(residuals.size())});
    retranslate();
    update();
}

void ResidualPlot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (residuals_.empty()) {
        paintEmpty(painter, tr("The residual of a run is drawn here, step by step."));
        return;
    }
    const double most = std::max(3.0, *std::max_element(residuals_.begin(), residuals_.end()));
    const double least = std::clamp(*std::min_element(residuals_.begin(), residuals_.end()), kLeast, 0.5);
    const QRectF place = paintFrame(painter, {.left = QStringLiteral("1"),
                                              .right = tr("step %1").arg(steps_),
                                              .bottom = labelOf(least),
                                              .top = labelOf(most)});
    const auto height = [&](double value) {
        return place.bottom() - place.height() * std::log(std::max(value, kLeast) / least) / std::log(most / least);
    };
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::PlaceholderText), 1, Qt::DashLine));
    painter.drawLine(QPointF(place.left(), height(1)), QPointF(place.right(), height(1)));
    QPolygonF curve;
    for (std::size_t i = 0; i < residuals_.size(); ++i) {
        const double part = steps_ > 1 ? static_cast<double>(i) / (steps_ - 1) : 0;
        curve += QPointF(place.left() + part * place.width(), std::min(height(residuals_[i]), place.bottom()));
    }
    painter.setPen(QPen(palette().color(QPalette::Link), 2));
    curve.size() > 1 ? painter.drawPolyline(curve) : painter.drawEllipse(curve.first(), 2, 2);
}

void ResidualPlot::retranslate() {
    setToolTip(tr("Distance of the estimate from the picture, in units of its noise; at the dashed line only noise is "
                  "left"));
    setAccessibleName(tr("Residual by step"));
    setAccessibleDescription(
        residuals_.empty() ? QString() : tr("Last value: %1").arg(QLocale().toString(residuals_.back(), 'g', 3)));
}

void ResidualPlot::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    PlotFrame::changeEvent(event);
}

} // namespace palimpsest::ui
