// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "ui/canvas/view_transform.h"

#include <QRect>

#include <vector>

namespace palimpsest::ui {

/// For each physical pixel of a rectangle: which pixel of the picture it shows, counted from the corner of `area` and
/// clamped to it. The one place where blocks of pixels are laid out, so that picture, mask and preview agree.
struct PixelGrid {
    /// `place`: where in the physical pixel to look, 0 (left, upper edge) .. 1; its middle is 0.5.
    PixelGrid(const ViewTransform& view, const QRect& device, const Rect& area, double place = 0.5);
    /// Of an image of another size that is stretched over `area` (pixels of the picture).
    PixelGrid(const ViewTransform& view, const QRect& device, const QRectF& area, const Size& image);

    std::vector<int> columns;
    std::vector<int> rows;
};

} // namespace palimpsest::ui
