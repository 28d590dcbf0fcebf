// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "ui/canvas/view_transform.h"

#include <QPointF>
#include <QRectF>

class QPainter;

namespace palimpsest::ui {

/// The pointer of those who work with the keyboard: a cross on the middle of a pixel of the picture. It appears with
/// the first arrow key and goes when the mouse moves.
class Crosshair {
public:
    bool isOn() const { return on_; }
    void hide() { on_ = false; }
    /// Into the middle of what is seen.
    void appear(const ViewTransform& view, const Size& picture, const QSizeF& canvas);
    /// By logical pixels, one pixel of the picture at least, within the picture.
    void move(const QPointF& logical, const ViewTransform& view, const Size& picture);
    /// In pixels of the picture.
    const QPointF& position() const { return position_; }
    /// How far (logical pixels) the view must be moved so that the cross is seen.
    QPointF panNeeded(const ViewTransform& view, const QSizeF& canvas) const;
    void paint(QPainter& painter, const ViewTransform& view) const;

private:
    bool on_ = false;
    QPointF position_;
};

} // namespace palimpsest::ui
