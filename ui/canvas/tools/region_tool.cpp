// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/region_tool.h"

#include "ui/session/document/document.h"
#include "ui/session/document/qt_geometry.h"

#include <QPainter>

#include <algorithm>

namespace palimpsest::ui {

RegionMode RegionTool::modeFor(const PointerEvent& event) const {
    if ((event.modifiers & Qt::AltModifier) || (event.buttons & Qt::RightButton) || event.button == Qt::RightButton) {
        return RegionMode::subtract;
    }
    return event.modifiers & Qt::ShiftModifier ? RegionMode::add : host().toolOptions().regionMode;
}

void RegionTool::apply(const Region& region, RegionMode mode, const QString& text) {
    Document& document = host().document();
    if (region.isEmpty()) {
        return;
    }
    document.beginMaskEdit(text);
    if (mode == RegionMode::replace) {
        document.changeMask(document.maskBounds(), [](Mask& mask, const Rect& area) {
            for (int y = area.y; y < area.bottom(); ++y) {
                std::fill_n(mask.row(y) + area.x, area.width, std::uint8_t{0});
            }
        });
    }
    const std::uint8_t value = mode == RegionMode::subtract ? 0 : 255;
    document.changeMask(region.area, [&](Mask& mask, const Rect& area) {
        for (int y = area.y; y < area.bottom(); ++y) {
            const std::uint8_t* inside = region.inside.row(y - region.area.y) - region.area.x;
            std::uint8_t* row = mask.row(y);
            for (int x = area.x; x < area.right(); ++x) {
                row[x] = inside[x] ? value : row[x];
            }
        }
    });
    document.commitMaskEdit();
}

QPolygonF RegionTool::onCanvas(const QPolygonF& polygon) const {
    QPolygonF shown;
    shown.reserve(polygon.size());
    for (const QPointF& point : polygon) {
        shown += host().viewTransform().toCanvas(point);
    }
    return shown;
}

void RegionTool::paintOutline(QPainter& painter, const QPolygonF& outline, bool closed) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    QPen light(QColor(255, 255, 255, 230), 1.5);
    QPen dark(QColor(0, 0, 0, 220), 1.5, Qt::CustomDashLine);
    dark.setDashPattern({4, 4});
    for (const QPen& pen : {light, dark}) {
        painter.setPen(pen);
        closed ? painter.drawPolygon(outline) : painter.drawPolyline(outline);
    }
}

} // namespace palimpsest::ui
