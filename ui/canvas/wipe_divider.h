// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "ui/canvas/view_transform.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

class QPainter;

namespace palimpsest::ui {

/// The upright line that parts before and after, with a handle to drag it by.
class WipeDivider {
public:
    bool isOn() const { return on_; }
    void setOn(bool on) { on_ = on; }
    /// 0 (left edge of the picture) .. 1 (right edge).
    double position() const { return position_; }
    void setPosition(double position);

    /// First column of physical pixels right of the line.
    int deviceColumn(const ViewTransform& view, const Size& picture) const;
    /// Logical pixels of the canvas from here on.
    bool isHit(const QPointF& point, const ViewTransform& view, const Size& picture, const QSizeF& canvas) const;
    void dragTo(const QPointF& point, const ViewTransform& view, const Size& picture);
    QRectF paintedArea(const ViewTransform& view, const Size& picture, const QSizeF& canvas) const;
    void paint(QPainter& painter, const ViewTransform& view, const Size& picture, const QSizeF& canvas) const;

private:
    QRectF handle(const ViewTransform& view, const Size& picture, const QSizeF& canvas) const;
    double lineX(const ViewTransform& view, const Size& picture) const;

    bool on_ = false;
    double position_ = 0.5;
};

} // namespace palimpsest::ui
