// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "ui/canvas/view_transform.h"

#include <QColor>
#include <QImage>
#include <QRect>

#include <vector>

class QPainter;

namespace palimpsest::ui {

/// An image that lies over a rectangle of the picture, with its halves, quarters ... cached so that a large one is
/// drawn small without aliasing and without touching all of its pixels.
class PixelLayer {
public:
    PixelLayer() = default;
    /// `image`: Format_RGB32 or Format_ARGB32_Premultiplied; stretched over `area`, in pixels of the picture or in
    /// parts of them: `parts` along each side.
    PixelLayer(QImage image, const Rect& area, int parts = 1);

    enum class Enlargement { blocks, smooth };

    bool isNull() const { return levels_.empty(); }
    const Rect& area() const { return area_; } ///< in parts of a pixel
    int parts() const { return parts_; }
    /// The pixel over a point of the picture; invalid beside the layer.
    QColor colourAt(const QPointF& picture) const;
    bool hasAlpha() const { return !isNull() && levels_.front().hasAlphaChannel(); }

    /// Draws what falls into `dirty`; painter and rectangle in physical pixels. Pixels of the image become exact
    /// blocks where they are as large as the screen's or larger, unless `enlargement` asks for mixed ones; smaller, or
    /// where the image is coarser than its area, neighbours are mixed.
    void paint(QPainter& painter, const ViewTransform& view, const QRect& dirty,
               Enlargement enlargement = Enlargement::blocks) const;

private:
    void paintBlocks(QPainter& painter, const ViewTransform& view, const QRect& dirty) const;
    void paintSmooth(QPainter& painter, const ViewTransform& view, const QRect& dirty) const;

    /// Makes the levels up to `wanted`, or up to the smallest that is worth it; the number of the last of them.
    int prepareLevel(int wanted) const;

    mutable std::vector<QImage> levels_; ///< each half the size of the one before (rounded up)
    QRectF onPicture() const;

    Rect area_;
    int parts_ = 1;
};

/// Half the size in both directions (rounded up), each pixel the mean of four.
QImage halved(const QImage& image);

/// The physical pixels whose centres show `area` of the picture (in parts of its pixels); one at least.
QRect deviceRect(const ViewTransform& view, const Rect& area, int parts = 1);

} // namespace palimpsest::ui
