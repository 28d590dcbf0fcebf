// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/display_frame.h"
#include "core/image/image.h"
#include "ui/canvas/mask_layer.h"
#include "ui/canvas/mask_pyramid.h"
#include "ui/canvas/pixel_layer.h"
#include "ui/canvas/view_transform.h"
#include "ui/canvas/wipe_divider.h"

#include <QColor>
#include <QRect>

#include <vector>

class QPainter;

namespace palimpsest::ui {

class Document;

/// Everything that lies on the canvas, from the background up to the divider, and how it is put together. Follows the
/// document when told to.
class CanvasLayers {
public:
    explicit CanvasLayers(const Document& document);

    void readPicture();
    void readResult();
    void readMask(const Rect& dirty);

    /// Takes the place of the frame that began at the same pixel; frames of other regions stay.
    void setPreview(const DisplayFrame& frame);
    void clearPreview() { previews_.clear(); }
    bool hasPreview() const { return !previews_.empty(); }
    /// Of the frame that begins at the same pixel; empty if there is none.
    Rect previewArea(const Rect& area) const;
    void setComparison(const Image& image);
    void setShowOriginal(bool on) { showOriginal_ = on; }
    bool showsOriginal() const { return showOriginal_; }
    void setMaskVisible(bool visible) { maskVisible_ = visible; }
    bool isMaskVisible() const { return maskVisible_; }
    /// The mask itself, white on black, takes the place of everything.
    void setQuickMask(bool on) { quickMask_ = on; }
    /// The result lies bare once it is there; the hatch comes back when the mask is worked on.
    void setMaskTouched(bool touched) { maskTouched_ = touched; }
    bool isMaskTouched() const { return maskTouched_; }

    MaskStyle maskStyle() const;
    MaskLayer& maskLayer() { return maskLayer_; }
    const MaskLayer& maskLayer() const { return maskLayer_; }
    WipeDivider& divider() { return divider_; }
    const WipeDivider& divider() const { return divider_; }
    /// The physical pixels that change with the mask inside `dirty`.
    QRect maskDependants(const ViewTransform& view, const Rect& dirty) const;

    /// Paints all but the tool's overlay; painter and rectangle in physical pixels.
    void paint(QPainter& painter, const ViewTransform& view, const QRect& dirty, const QColor& background) const;

private:
    void paintPixels(QPainter& painter, const PixelLayer& pixels, const ViewTransform& view, const QRect& dirty) const;
    void paintCurrent(QPainter& painter, const ViewTransform& view, const QRect& dirty) const;
    void paintQuickMask(QPainter& painter, const ViewTransform& view, const QRect& dirty) const;
    void paintPreview(QPainter& painter, const ViewTransform& view, const QRect& dirty) const;
    void paintPreviewPiece(QPainter& painter, const PixelLayer& preview, const ViewTransform& view,
                           const QRect& piece) const;
    const PixelLayer& before() const { return comparison_.isNull() ? picture_ : comparison_; }

    const Document& document_;
    PixelLayer picture_;
    PixelLayer result_;
    PixelLayer comparison_;
    std::vector<PixelLayer> previews_; ///< the newest frame of each region of the running restoration
    MaskPyramid mask_;
    MaskLayer maskLayer_;
    WipeDivider divider_;
    bool showOriginal_ = false;
    bool maskVisible_ = true;
    bool quickMask_ = false;
    bool maskTouched_ = true;
};

} // namespace palimpsest::ui
