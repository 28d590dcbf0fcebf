// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/mask.h"
#include "ui/canvas/mask_layer.h"
#include "ui/canvas/mask_pyramid.h"

#include <utility>

namespace palimpsest::ui {

/// A mask of its own that is shown over the picture beside the document's: the blend band, where samples disagree.
class MaskOverlay {
public:
    MaskOverlay(const QColor& colour, MaskStyle style) : style_(style) { layer_.setColour(colour); }
    MaskOverlay(const MaskOverlay&) = delete; // the pyramid looks at the mask
    MaskOverlay& operator=(const MaskOverlay&) = delete;

    /// Of the picture's size; null: nothing is shown.
    void setMask(Mask mask) {
        mask_ = std::move(mask);
        pyramid_.reset(mask_);
    }
    bool isNull() const { return mask_.isNull(); }
    const Mask& mask() const { return mask_; }
    void setColour(const QColor& colour) { layer_.setColour(colour); }
    void paint(QPainter& painter, const ViewTransform& view, const QRect& dirty) const {
        if (!isNull()) {
            layer_.paint(painter, pyramid_, view, dirty, style_);
        }
    }

private:
    Mask mask_;
    MaskPyramid pyramid_;
    MaskLayer layer_;
    MaskStyle style_;
};

} // namespace palimpsest::ui
