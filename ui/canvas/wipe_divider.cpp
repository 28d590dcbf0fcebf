// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/wipe_divider.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace palimpsest::ui {
namespace {

constexpr double kHandleRadius = 13;
constexpr double kGrip = 4; ///< how near to the line it can be taken

void paintArrow(QPainter& painter, const QPointF& tip, double direction) {
    const QPointF back(-5 * direction, 0);
    painter.drawPolygon(QPolygonF({tip, tip + back + QPointF(0, -5), tip + back + QPointF(0, 5)}));
}

} // namespace

void WipeDivider::setPosition(double position) { position_ = std::clamp(position, 0.0, 1.0); }

int WipeDivider::deviceColumn(const ViewTransform& view, const Size& picture) const {
    return static_cast<int>(std::lround(view.origin().x() + position_ * picture.width * view.zoom()));
}

double WipeDivider::lineX(const ViewTransform& view, const Size& picture) const {
    return deviceColumn(view, picture) / view.devicePixelRatio();
}

QRectF WipeDivider::handle(const ViewTransform& view, const Size& picture, const QSizeF& canvas) const {
    const QRectF shown = view.toCanvas(QRectF(0, 0, picture.width, picture.height)) & QRectF(QPointF(), canvas);
    const QPointF middle(lineX(view, picture), shown.isEmpty() ? canvas.height() / 2 : shown.center().y());
    return {middle - QPointF(kHandleRadius, kHandleRadius), QSizeF(2 * kHandleRadius, 2 * kHandleRadius)};
}

bool WipeDivider::isHit(const QPointF& point, const ViewTransform& view, const Size& picture,
                        const QSizeF& canvas) const {
    return on_ &&
           (std::abs(point.x() - lineX(view, picture)) <= kGrip || handle(view, picture, canvas).contains(point));
}

void WipeDivider::dragTo(const QPointF& point, const ViewTransform& view, const Size& picture) {
    setPosition(view.toPicture(point).x() / std::max(1, picture.width));
}

QRectF WipeDivider::paintedArea(const ViewTransform& view, const Size& picture, const QSizeF& canvas) const {
    return {lineX(view, picture) - kHandleRadius - 2, 0, 2 * kHandleRadius + 4, canvas.height()};
}

void WipeDivider::paint(QPainter& painter, const ViewTransform& view, const Size& picture, const QSizeF& canvas) const {
    const double x = lineX(view, picture);
    const QRectF knob = handle(view, picture, canvas);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(x - 1.5, 0, 3, canvas.height()), QColor(0, 0, 0, 150));
    painter.fillRect(QRectF(x - 0.5, 0, 1, canvas.height()), Qt::white);
    painter.setPen(QPen(QColor(0, 0, 0, 170), 1.5));
    painter.setBrush(QColor(255, 255, 255, 235));
    painter.drawEllipse(knob.adjusted(1, 1, -1, -1));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(40, 40, 40));
    paintArrow(painter, knob.center() - QPointF(8, 0), -1);
    paintArrow(painter, knob.center() + QPointF(8, 0), 1);
    painter.restore();
}

} // namespace palimpsest::ui
