// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/rectangle_tool.h"

#include "ui/session/document/document.h"

#include <QLineF>
#include <QPainter>

#include <cmath>
#include <utility>

namespace palimpsest::ui {
namespace {

/// A shorter way of the pointer (logical pixels) is a click, not a rectangle.
constexpr double kLeastDrag = 3;

QRectF pixelAt(const QPointF& point) { return {std::floor(point.x()), std::floor(point.y()), 1, 1}; }

} // namespace

QRectF RectangleTool::enclosed() const { return pixelAt(drag_->from) | pixelAt(drag_->to); }

void RectangleTool::press(const PointerEvent& event) {
    if (!drag_) {
        drag_ = Drag{event.position, event.position, event.widgetPosition, modeFor(event)};
    }
}

void RectangleTool::move(const PointerEvent& event) {
    if (drag_) {
        drag_->to = event.position;
        host().updateOverlay();
    }
}

void RectangleTool::release(const PointerEvent& event) {
    if (!drag_) {
        return;
    }
    drag_->to = event.position;
    const QRectF chosen = enclosed();
    const Drag drag = *std::exchange(drag_, std::nullopt);
    if (QLineF(drag.pressedAt, event.widgetPosition).length() >= kLeastDrag) {
        apply(rectangleRegion(chosen, host().document().picture().size()), drag.mode, tr("Rectangle"));
    }
    host().updateOverlay();
}

void RectangleTool::cancel() {
    drag_.reset();
    host().updateOverlay();
}

void RectangleTool::paintOverlay(QPainter& painter) const {
    if (drag_) {
        paintOutline(painter, onCanvas(QPolygonF(enclosed())), false);
    }
}

} // namespace palimpsest::ui
