// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/hint_overlay.h"

#include <QPainter>

namespace palimpsest::ui {

void paintHints(QPainter& painter, const QImage& hints, const ViewTransform& view, const QRect& dirty) {
    if (hints.isNull() || dirty.isEmpty()) {
        return;
    }
    const QTransform toDevice = view.toDevice();
    const QRect part = toDevice.inverted().mapRect(QRectF(dirty)).toAlignedRect().adjusted(-1, -1, 1, 1) & hints.rect();
    painter.save();
    painter.setClipRect(dirty, Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, view.zoom() < 1);
    painter.setTransform(toDevice, true);
    painter.drawImage(part.topLeft(), hints, part);
    painter.restore();
}

} // namespace palimpsest::ui
