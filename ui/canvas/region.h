// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/mask.h"

#include <QPolygonF>

namespace palimpsest::ui {

/// A set of pixels of the picture: a mask of 0 and 255 that covers only `area`.
struct Region {
    Rect area;
    Mask inside; ///< of the size of `area`

    bool isEmpty() const { return area.isEmpty(); }
};

/// The pixels whose centres lie within the outline, closed from its end to its start; where it crosses itself, inside
/// is what an odd number of turns encloses. Clipped to `picture`.
Region polygonRegion(const QPolygonF& outline, const Size& picture);

/// The pixels that the rectangle touches, clipped to `picture`.
Region rectangleRegion(const QRectF& rectangle, const Size& picture);

} // namespace palimpsest::ui
