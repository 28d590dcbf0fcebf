// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/polygon_tool.h"

#include "ui/session/document/document.h"

#include <QKeyEvent>
#include <QLineF>
#include <QPainter>

#include <utility>

namespace palimpsest::ui {
namespace {

/// How near (logical pixels) a click must come to the first corner to close the polygon.
constexpr double kCloseDistance = 8;
constexpr double kCornerSize = 5;

} // namespace

bool PolygonTool::isOnFirst(const PointerEvent& event) const {
    const QPointF first = host().viewTransform().toCanvas(corners_.front());
    return corners_.size() >= 3 && QLineF(first, event.widgetPosition).length() <= kCloseDistance;
}

void PolygonTool::press(const PointerEvent& event) {
    if (corners_.isEmpty()) {
        mode_ = modeFor(event);
    } else if (isOnFirst(event)) {
        close();
        return;
    }
    corners_ += event.position;
    pointer_ = event.position;
    host().updateOverlay();
}

/// The first click of the pair has set the last corner already.
void PolygonTool::doubleClick(const PointerEvent&) { close(); }

bool PolygonTool::keyPress(QKeyEvent& event) {
    if (corners_.isEmpty()) {
        return false;
    }
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        close();
        return true;
    case Qt::Key_Backspace:
        corners_.removeLast();
        host().updateOverlay();
        return true;
    default:
        return false;
    }
}

void PolygonTool::hover(const PointerEvent& event) {
    if (!corners_.isEmpty()) {
        pointer_ = event.position;
        host().updateOverlay();
    }
}

void PolygonTool::close() {
    const QPolygonF corners = std::exchange(corners_, {});
    apply(polygonRegion(corners, host().document().picture().size()), mode_, tr("Polygon"));
    host().updateOverlay();
}

void PolygonTool::cancel() {
    corners_.clear();
    host().updateOverlay();
}

void PolygonTool::paintOverlay(QPainter& painter) const {
    if (corners_.isEmpty()) {
        return;
    }
    paintOutline(painter, onCanvas(corners_ + QPolygonF({pointer_})), false);
    painter.setPen(QPen(Qt::black, 1));
    painter.setBrush(Qt::white);
    for (const QPointF& corner : onCanvas(corners_)) {
        painter.drawRect(QRectF(corner - QPointF(kCornerSize, kCornerSize) / 2, QSizeF(kCornerSize, kCornerSize)));
    }
}

} // namespace palimpsest::ui
