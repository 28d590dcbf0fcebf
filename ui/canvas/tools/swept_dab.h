// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "core/image/mask.h"

#include <QPointF>

namespace palimpsest::ui {

/// A round brush held at a place; positions in pixels of the picture.
struct Dab {
    QPointF centre;
    double radius = 0.5;
    double opacity = 1; ///< 0 .. 1

    bool operator==(const Dab&) const = default;
};

/// The trace of a brush that goes straight from one dab to another: what dabs set infinitely close would leave. Radius
/// and opacity change evenly on the way.
class SweptDab {
public:
    /// `hardness`: share of the radius that is fully covered, 0 .. 1; the rest falls off smoothly, over one pixel at
    /// least.
    SweptDab(const Dab& from, const Dab& to, double hardness);

    /// Every pixel it can touch.
    Rect bounds() const;
    /// Coverage of the pixel in column x and row y, 0 .. 255.
    std::uint8_t at(int x, int y) const;
    /// The highest coverage there can be.
    std::uint8_t peak() const;
    /// Raises the mask to the coverage inside `area`: a stroke over a stroke leaves the higher of both.
    void paint(Mask& mask, const Rect& area) const;
    /// Lowers the mask to 255 less the coverage inside `area`.
    void erase(Mask& mask, const Rect& area) const;

private:
    /// Columns of row y (half open) outside of which the coverage is 0; clipped to `area`.
    struct Columns {
        int first;
        int last;
    };

    Columns reached(int y, const Rect& area) const;
    /// Coverage of `count` pixels of row y from column x on.
    void cover(int x, int y, int count, std::uint8_t* coverage) const;
    template <typename Combine>
    void combine(Mask& mask, const Rect& area, Combine combine) const;

    Dab from_;
    Dab to_;
    float softness_;
    float alongX_;
    float alongY_;
    float inverseSquare_; ///< 1 / squared length; 0 for a single dab
};

} // namespace palimpsest::ui
