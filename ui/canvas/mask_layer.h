// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/mask_pyramid.h"
#include "ui/canvas/view_transform.h"

#include <QColor>
#include <QRect>

#include <cstdint>
#include <vector>

class QPainter;

namespace palimpsest::ui {

enum class MaskStyle { hidden, outline, hatched, tinted };

/// Shows a mask so that the picture below stays visible: diagonal stripes, the wider the higher the value, and where
/// the value passes one half a line of two tones that is seen on every ground. Tinted is without stripes and lines.
class MaskLayer {
public:
    static constexpr QColor kDefaultColour{0xff, 0x2e, 0xd1};

    QColor colour() const { return colour_; }
    void setColour(const QColor& colour);

    /// Painter and rectangle in physical pixels.
    void paint(QPainter& painter, const MaskPyramid& mask, const ViewTransform& view, const QRect& dirty,
               MaskStyle style) const;
    /// How far (physical pixels) the outline reaches beyond the mask.
    static int reach(const ViewTransform& view);

private:
    /// Colour of a stripe pattern's pixel by its phase (0 .. period - 1) and value.
    struct Hatch {
        int period = 0;
        std::vector<std::uint32_t> colours; ///< premultiplied, [phase][value]
    };

    void paintPiece(QPainter& painter, const MaskPyramid& mask, const ViewTransform& view, const QRect& piece,
                    MaskStyle style) const;
    void paintTint(QPainter& painter, const MaskPyramid& mask, const ViewTransform& view, const QRect& piece) const;
    const Hatch& hatchFor(double devicePixelRatio) const;

    QColor colour_ = kDefaultColour;
    mutable Hatch hatch_;
};

} // namespace palimpsest::ui
