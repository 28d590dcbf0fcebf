// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/display_frame.h"
#include "core/image/image.h"
#include "ui/canvas/mask_layer.h"
#include "ui/canvas/mask_overlay.h"
#include "ui/canvas/mask_pyramid.h"
#include "ui/canvas/pixel_layer.h"
#include "ui/canvas/preview_reach.h"
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
    void readHints() { touched_ = true; }
    Size pictureSize() const { return picture_.area().size(); }
    /// Pixels of what is shown along the side of one of the picture: above 1 for an upscaled result.
    double shownScale() const;
    /// Of what is shown there, without overlays; invalid beside the picture.
    QColor colourAt(const QPointF& picture) const;

    /// Takes the place of the frame that began at the same pixel; frames of other regions stay.
    void setPreview(const DisplayFrame& frame, PreviewReach reach);
    void clearPreview() { previews_.clear(); }
    bool hasPreview() const { return !previews_.empty(); }
    /// The physical pixels of the frame that begins at the same pixel; empty if there is none.
    QRect previewArea(const ViewTransform& view, const DisplayFrame& frame) const;
    void setComparison(const Image& image);
    /// An image that lies over the whole result, translucent; null: none.
    void setOverlay(const QImage& image);
    MaskOverlay& disagreement() { return disagreement_; }
    const MaskOverlay& disagreement() const { return disagreement_; }
    MaskOverlay& blendBand() { return blendBand_; }
    const MaskOverlay& blendBand() const { return blendBand_; }
    /// What the task works with: the other is not shown.
    void setSubjects(bool mask, bool hints) {
        usesMask_ = mask;
        usesHints_ = hints;
    }
    void setShowOriginal(bool on) { showOriginal_ = on; }
    bool showsOriginal() const { return showOriginal_; }
    void setMaskVisible(bool visible) { maskVisible_ = visible; }
    bool isMaskVisible() const { return maskVisible_; }
    /// The mask itself, white on black, takes the place of everything.
    void setQuickMask(bool on) { quickMask_ = on; }

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
    void paintResult(QPainter& painter, const ViewTransform& view, const QRect& dirty) const;
    void paintOverlays(QPainter& painter, const ViewTransform& view, const QRect& dirty) const;
    PixelLayer layerOf(const Image& image) const;
    bool showsResult() const { return !result_.isNull() && !showOriginal_ && !hasPreview(); }
    PixelLayer::Enlargement enlargement() const;
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
    PixelLayer overlay_;
    std::vector<PixelLayer> previews_; ///< the newest frame of each region of the running restoration
    PreviewReach previewReach_ = PreviewReach::mask;
    MaskOverlay disagreement_{QColor(0xff, 0x8c, 0x00), MaskStyle::hatched};
    MaskOverlay blendBand_{MaskLayer::kDefaultColour, MaskStyle::tinted};
    MaskPyramid mask_;
    MaskLayer maskLayer_;
    WipeDivider divider_;
    bool showOriginal_ = false;
    bool maskVisible_ = true;
    bool quickMask_ = false;
    bool usesMask_ = true;
    bool usesHints_ = false;
    bool touched_ = true; ///< mask or hints are newer than the result: it lies bare until they are worked on
};

} // namespace palimpsest::ui
