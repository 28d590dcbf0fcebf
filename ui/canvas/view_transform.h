// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace palimpsest::ui {

/// Where the picture lies on the canvas. Zoom is physical pixels of the screen per pixel of the picture, so that 1 is
/// exact on every screen; the origin of the picture is kept on whole physical pixels so that nothing is blurred by half
/// a pixel. Positions of the canvas are logical pixels as Qt's events have them.
class ViewTransform {
public:
    static constexpr double kSmallestZoom = 1.0 / 256;
    static constexpr double kLargestZoom = 64;

    double zoom() const { return zoom_; }
    double devicePixelRatio() const { return ratio_; }
    /// Logical pixels per pixel of the picture.
    double scale() const { return zoom_ / ratio_; }
    /// Upper left corner of the picture in physical pixels, always whole numbers.
    QPointF origin() const { return origin_; }

    void setDevicePixelRatio(double ratio);
    /// Zooms so that the point of the picture under `anchor` (logical pixels) stays there to half a physical pixel.
    void zoomTo(double zoom, const QPointF& anchor);
    void panBy(const QPointF& logicalDelta);
    /// Largest zoom that shows all of the picture with a margin (at most 1 unless it is tiny), centred.
    void fit(const Size& picture, const QSizeF& canvas);
    void centreOn(const QPointF& picturePoint, const QSizeF& canvas);
    /// Pans back so that some of the picture stays visible.
    void keepInSight(const Size& picture, const QSizeF& canvas);

    QPointF toPicture(const QPointF& logical) const;
    QPointF toCanvas(const QPointF& picture) const;
    QRectF toCanvas(const QRectF& picture) const;
    /// Picture to physical pixels.
    QTransform toDevice() const;

    bool operator==(const ViewTransform&) const = default;

private:
    double zoom_ = 1;
    double ratio_ = 1;
    QPointF origin_;
};

} // namespace palimpsest::ui
