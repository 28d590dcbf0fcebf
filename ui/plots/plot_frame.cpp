// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_frame.h"

#include <algorithm>

namespace palimpsest::ui {

PlotFrame::PlotFrame(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    setFont(small);
}

QRectF PlotFrame::paintFrame(QPainter& painter, const Axes& axes) const {
    const QFontMetrics metrics = fontMetrics();
    const int labels = std::max(metrics.horizontalAdvance(axes.top), metrics.horizontalAdvance(axes.bottom)) + 6;
    const QRectF place = QRectF(rect()).adjusted(labels, 4, -6, -metrics.height() - 4);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRect(place);
    painter.setPen(palette().color(QPalette::WindowText));
    const QRectF left(0, place.top() - 2, labels - 4, place.height() + 4);
    painter.drawText(left, Qt::AlignRight | Qt::AlignTop, axes.top);
    painter.drawText(left, Qt::AlignRight | Qt::AlignBottom, axes.bottom);
    const QRectF below(place.left(), place.bottom() + 2, place.width(), metrics.height());
    painter.drawText(below, Qt::AlignLeft, axes.left);
    painter.drawText(below, Qt::AlignRight, axes.right);
    return place;
}

void PlotFrame::paintEmpty(QPainter& painter, const QString& text) const {
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(rect().adjusted(4, 2, -4, -2), Qt::AlignCenter | Qt::TextWordWrap, text);
}

} // namespace palimpsest::ui
