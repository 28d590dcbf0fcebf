// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_layers.h"

#include "core/base/error.h"
#include "core/image/colour_transform.h"
#include "ui/canvas/hint_overlay.h"
#include "ui/session/document/document.h"
#include "ui/session/document/hint_layer.h"
#include "ui/session/document/qimage_view.h"
#include "ui/session/document/qt_geometry.h"

#include <QImage>
#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <cstdint>

namespace palimpsest::ui {
namespace {

constexpr int kCheck = 8; ///< side of a square of the checkerboard, logical pixels

QPixmap checkerboard(double ratio) {
    const int side = std::max(1, static_cast<int>(kCheck * ratio));
    QPixmap board(2 * side, 2 * side);
    board.fill(QColor(0xcc, 0xcc, 0xcc));
    QPainter painter(&board);
    painter.fillRect(0, 0, side, side, QColor(0x99, 0x99, 0x99));
    painter.fillRect(side, side, side, side, QColor(0x99, 0x99, 0x99));
    return board;
}

/// Scales all four bytes of a premultiplied pixel by value / 255, rounded.
std::uint32_t scaled(std::uint32_t pixel, std::uint32_t value) {
    std::uint32_t even = (pixel & 0x00ff00ff) * value + 0x00800080;
    std::uint32_t odd = (pixel >> 8 & 0x00ff00ff) * value + 0x00800080;
    even = (even + (even >> 8 & 0x00ff00ff)) >> 8 & 0x00ff00ff;
    odd = (odd + (odd >> 8 & 0x00ff00ff)) & 0xff00ff00;
    return even | odd;
}

bool beginsAt(const PixelLayer& layer, const DisplayFrame& frame) {
    return layer.parts() == frame.scale && layer.area().x == frame.area.x && layer.area().y == frame.area.y;
}

bool haveOneShape(const Size& a, const Size& b) {
    return std::int64_t{a.width} * b.height == std::int64_t{b.width} * a.height;
}

} // namespace

CanvasLayers::CanvasLayers(const Document& document) : document_(document) {
    readPicture();
    readResult();
}

/// Of whatever size, over the whole picture.
PixelLayer CanvasLayers::layerOf(const Image& image) const {
    return {toQImage(toDisplay(image)), wholeOf(document_.picture().size())};
}

void CanvasLayers::readPicture() {
    picture_ = layerOf(document_.picture());
    result_ = {};
    comparison_ = {};
    overlay_ = {};
    disagreement_.setMask({});
    blendBand_.setMask({});
    previews_.clear();
    mask_.reset(document_.mask());
    touched_ = true;
}

void CanvasLayers::readResult() {
    result_ = layerOf(document_.result());
    touched_ = result_.isNull();
}

void CanvasLayers::readMask(const Rect& dirty) {
    mask_.update(dirty);
    touched_ = true;
}

double CanvasLayers::shownScale() const {
    return showsResult() ? static_cast<double>(document_.result().width()) / document_.picture().width() : 1;
}

QColor CanvasLayers::colourAt(const QPointF& picture) const {
    return (showsResult() ? result_ : picture_).colourAt(picture);
}

void CanvasLayers::setPreview(const DisplayFrame& frame, PreviewReach reach) {
    std::erase_if(previews_, [&](const PixelLayer& old) { return beginsAt(old, frame); });
    previews_.emplace_back(qimageView(frame), frame.area, frame.scale);
    previewReach_ = reach;
}

QRect CanvasLayers::previewArea(const ViewTransform& view, const DisplayFrame& frame) const {
    const auto found = std::ranges::find_if(previews_, [&](const PixelLayer& old) { return beginsAt(old, frame); });
    return found == previews_.end() ? QRect() : deviceRect(view, found->area(), found->parts());
}

void CanvasLayers::setComparison(const Image& image) {
    if (!image.isNull() && !haveOneShape(image.size(), document_.picture().size())) {
        throw Bug("a picture to compare with must have the document's proportions");
    }
    comparison_ = layerOf(image);
}

void CanvasLayers::setOverlay(const QImage& image) { overlay_ = {image, wholeOf(document_.picture().size())}; }

MaskStyle CanvasLayers::maskStyle() const {
    if (!maskVisible_ || !usesMask_ || showOriginal_) {
        return MaskStyle::hidden;
    }
    if (hasPreview()) {
        return MaskStyle::outline;
    }
    return result_.isNull() || touched_ ? MaskStyle::hatched : MaskStyle::hidden;
}

QRect CanvasLayers::maskDependants(const ViewTransform& view, const Rect& dirty) const {
    const int margin = MaskLayer::reach(view);
    return mask_.dependants(view, dirty).adjusted(-margin, -margin, margin, margin);
}

void CanvasLayers::paint(QPainter& painter, const ViewTransform& view, const QRect& dirty,
                         const QColor& background) const {
    painter.fillRect(dirty, background);
    if (picture_.isNull()) {
        return;
    }
    if (quickMask_) {
        paintQuickMask(painter, view, dirty);
        return;
    }
    QRect right = dirty;
    if (divider_.isOn()) {
        QRect left = dirty;
        const int column = divider_.deviceColumn(view, pictureSize());
        left.setRight(std::min(left.right(), column - 1));
        right.setLeft(std::max(right.left(), column));
        paintPixels(painter, before(), view, left);
    }
    paintCurrent(painter, view, right);
}

void CanvasLayers::paintCurrent(QPainter& painter, const ViewTransform& view, const QRect& dirty) const {
    if (dirty.isEmpty()) {
        return;
    }
    if (showsResult()) {
        paintResult(painter, view, dirty);
    } else {
        paintPixels(painter, picture_, view, dirty);
    }
    if (hasPreview() && !showOriginal_) {
        paintPreview(painter, view, dirty);
    }
    paintOverlays(painter, view, dirty);
}

/// As opaque as its strength says, over the picture.
void CanvasLayers::paintResult(QPainter& painter, const ViewTransform& view, const QRect& dirty) const {
    const double strength = document_.strength();
    if (strength < 1) {
        paintPixels(painter, picture_, view, dirty);
    }
    painter.setOpacity(strength);
    paintPixels(painter, result_, view, dirty);
    painter.setOpacity(1);
}

void CanvasLayers::paintOverlays(QPainter& painter, const ViewTransform& view, const QRect& dirty) const {
    if (showsResult()) {
        overlay_.paint(painter, view, dirty);
        disagreement_.paint(painter, view, dirty);
    }
    const bool isAtWork = maskVisible_ && touched_ && !showOriginal_ && !hasPreview();
    if (isAtWork && usesMask_) {
        blendBand_.paint(painter, view, dirty);
    }
    if (isAtWork && usesHints_) {
        paintHints(painter, document_.hints().pixels(), view, dirty);
    }
    maskLayer_.paint(painter, mask_, view, dirty, maskStyle());
}

/// Beside an upscaled result the picture is shown as its enlargement, not as blocks.
PixelLayer::Enlargement CanvasLayers::enlargement() const {
    const bool isFiner =
        document_.result().width() > document_.picture().width() || (hasPreview() && previews_.front().parts() > 1);
    return isFiner ? PixelLayer::Enlargement::smooth : PixelLayer::Enlargement::blocks;
}

void CanvasLayers::paintQuickMask(QPainter& painter, const ViewTransform& view, const QRect& dirty) const {
    const QRect visible = dirty & deviceRect(view, picture_.area());
    if (visible.isEmpty()) {
        return;
    }
    const std::vector<std::uint8_t> values = mask_.sampled(view, visible);
    const QImage grey(values.data(), visible.width(), visible.height(), visible.width(), QImage::Format_Grayscale8);
    painter.drawImage(visible.topLeft(), grey);
}

void CanvasLayers::paintPixels(QPainter& painter, const PixelLayer& pixels, const ViewTransform& view,
                               const QRect& dirty) const {
    const QRect visible = dirty & deviceRect(view, pixels.area(), pixels.parts());
    if (visible.isEmpty()) {
        return;
    }
    if (pixels.hasAlpha()) {
        painter.drawTiledPixmap(visible, checkerboard(view.devicePixelRatio()), visible.topLeft() - view.origin());
    }
    const bool isPicture = &pixels == &picture_;
    pixels.paint(painter, view, visible, isPicture ? enlargement() : PixelLayer::Enlargement::blocks);
}

void CanvasLayers::paintPreview(QPainter& painter, const ViewTransform& view, const QRect& dirty) const {
    for (const PixelLayer& preview : previews_) {
        const QRect visible = dirty & deviceRect(view, preview.area(), preview.parts());
        if (previewReach_ == PreviewReach::whole) {
            preview.paint(painter, view, visible);
            continue;
        }
        for (const QRect& piece : mask_.coveredPieces(view, visible, 0)) {
            paintPreviewPiece(painter, preview, view, piece);
        }
    }
}

/// The frame counts as much as the mask's value says, as it will in the result.
void CanvasLayers::paintPreviewPiece(QPainter& painter, const PixelLayer& preview, const ViewTransform& view,
                                     const QRect& piece) const {
    QImage frame(piece.size(), QImage::Format_ARGB32_Premultiplied);
    frame.fill(Qt::transparent);
    QPainter framePainter(&frame);
    framePainter.translate(-piece.topLeft());
    preview.paint(framePainter, view, piece);
    framePainter.end();
    const std::vector<std::uint8_t> values = mask_.sampled(view, piece);
    auto value = values.begin();
    for (int y = 0; y < frame.height(); ++y) {
        auto* pixels = reinterpret_cast<std::uint32_t*>(frame.scanLine(y));
        std::transform(pixels, pixels + frame.width(), value, pixels, scaled);
        value += frame.width();
    }
    painter.drawImage(piece.topLeft(), frame);
}

} // namespace palimpsest::ui
