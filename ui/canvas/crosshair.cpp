// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/crosshair.h"

#include <QPainter>
#include <QPen>

#include <algorithm>
#include <cmath>

namespace palimpsest::ui {
namespace {

constexpr double kArm = 14;    ///< logical pixels
constexpr double kGap = 4;     ///< around the middle, so that the pixel is seen
constexpr double kMargin = 24; ///< between the cross and the rim of the canvas

double step(double logical, double scale) {
    return logical == 0 ? 0 : std::copysign(std::max(1.0, std::round(std::abs(logical) / scale)), logical);
}

double middleOfPixel(double position, int length) { return std::clamp(std::floor(position), 0.0, length - 1.0) + 0.5; }

double beyond(double position, double length) {
    return position < kMargin ? kMargin - position : std::min(0.0, length - kMargin - position);
}

} // namespace

void Crosshair::appear(const ViewTransform& view, const Size& picture, const QSizeF& canvas) {
    const QPointF middle = view.toPicture(QPointF(canvas.width() / 2, canvas.height() / 2));
    position_ = {middleOfPixel(middle.x(), picture.width), middleOfPixel(middle.y(), picture.height)};
    on_ = true;
}

void Crosshair::move(const QPointF& logical, const ViewTransform& view, const Size& picture) {
    const QPointF moved = position_ + QPointF(step(logical.x(), view.scale()), step(logical.y(), view.scale()));
    position_ = {middleOfPixel(moved.x(), picture.width), middleOfPixel(moved.y(), picture.height)};
}

QPointF Crosshair::panNeeded(const ViewTransform& view, const QSizeF& canvas) const {
    const QPointF place = view.toCanvas(position_);
    return {beyond(place.x(), canvas.width()), beyond(place.y(), canvas.height())};
}

void Crosshair::paint(QPainter& painter, const ViewTransform& view) const {
    const QPointF place = view.toCanvas(position_);
    for (const auto& [colour, width] : {std::pair(QColor(0, 0, 0, 200), 3.0), std::pair(QColor(255, 255, 255), 1.0)}) {
        painter.setPen(QPen(colour, width));
        for (const QPointF& way : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)}) {
            painter.drawLine(place + kGap * way, place + kArm * way);
        }
    }
}

} // namespace palimpsest::ui
