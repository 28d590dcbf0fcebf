// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_layers.h"

#include "core/base/error.h"
#include "core/image/colour_transform.h"
#include "ui/session/document.h"
#include "ui/session/qimage_view.h"
#include "ui/session/qt_geometry.h"

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

bool beginsAt(const PixelLayer& layer, const Rect& area) { return layer.area().x == area.x && layer.area().y == area.y; }

PixelLayer layerOf(const Image& image) { return {toQImage(toDisplay(image)), wholeOf(image.size())}; }

} // namespace

CanvasLayers::CanvasLayers(const Document& document) : document_(document) {
    readPicture();
    readResult();
}

void CanvasLayers::readPicture() {
    picture_ = layerOf(document_.picture());
    result_ = {};
    comparison_ = {};
    previews_.clear();
    mask_.reset(document_.mask());
    maskTouched_ = true;
}

void CanvasLayers::readResult() {
    result_ = layerOf(document_.result());
    maskTouched_ = result_.isNull();
}

void CanvasLayers::readMask(const Rect& dirty) {
    mask_.update(dirty);
    maskTouched_ = true;
}

void CanvasLayers::setPreview(const DisplayFrame& frame) {
    std::erase_if(previews_, [&](const PixelLayer& old) { return beginsAt(old, frame.area); });
    previews_.emplace_back(qimageView(frame), frame.area);
}

Rect CanvasLayers::previewArea(const Rect& area) const {
    const auto found = std::ranges::find_if(previews_, [&](const PixelLayer& preview) { return beginsAt(preview, area); });
    return found == previews_.end() ? Rect{} : found->area();
}

void CanvasLayers::setComparison(const Image& image) {
    if (!image.isNull() && image.size() != document_.picture().size()) {
        throw Bug("a picture to compare with must be of the document's size");
    }
    comparison_ = layerOf(image);
}

MaskStyle CanvasLayers::maskStyle() const {
    if (!maskVisible_ || showOriginal_) {
        return MaskStyle::hidden;
    }
    if (hasPreview()) {
        return MaskStyle::outline;
    }
    return result_.isNull() || maskTouched_ ? MaskStyle::hatched : MaskStyle::hidden;
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
        const int column = divider_.deviceColumn(view, picture_.area().size());
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
    const bool original = showOriginal_ || result_.isNull() || hasPreview();
    paintPixels(painter, original ? picture_ : result_, view, dirty);
    if (hasPreview() && !showOriginal_) {
        paintPreview(painter, view, dirty);
    }
    maskLayer_.paint(painter, mask_, view, dirty, maskStyle());
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
    const QRect visible = dirty & deviceRect(view, pixels.area());
    if (visible.isEmpty()) {
        return;
    }
    if (pixels.hasAlpha()) {
        painter.drawTiledPixmap(visible, checkerboard(view.devicePixelRatio()), visible.topLeft() - view.origin());
    }
    pixels.paint(painter, view, visible);
}

void CanvasLayers::paintPreview(QPainter& painter, const ViewTransform& view, const QRect& dirty) const {
    for (const PixelLayer& preview : previews_) {
        const QRect visible = dirty & deviceRect(view, preview.area());
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
