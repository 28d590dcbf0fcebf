// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/pixel_layer.h"

#include "ui/canvas/pixel_grid.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace palimpsest::ui {
namespace {

/// Levels end where a picture fits into an icon.
constexpr int kSmallestLevel = 32;

const std::uint32_t* rowOf(const QImage& image, int y) {
    return reinterpret_cast<const std::uint32_t*>(image.constScanLine(y));
}

/// Mean of four pixels: two channels at a time, in the even and the odd bytes.
std::uint32_t meanOf(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
    constexpr std::uint32_t kEven = 0x00ff00ff;
    const std::uint32_t even = (a & kEven) + (b & kEven) + (c & kEven) + (d & kEven) + 0x00020002;
    const std::uint32_t odd =
        (a >> 8 & kEven) + (b >> 8 & kEven) + (c >> 8 & kEven) + (d >> 8 & kEven) + 0x00020002;
    return (even >> 2 & kEven) | (odd >> 2 & kEven) << 8;
}

/// The part of `image` inside `part`, sharing its pixels; valid as long as `image` is.
QImage sharedPart(const QImage& image, const QRect& part) {
    const uchar* bytes = image.constScanLine(part.y()) + qsizetype{part.x()} * 4;
    return {bytes, part.width(), part.height(), image.bytesPerLine(), image.format()};
}

} // namespace

QImage halved(const QImage& image) {
    QImage half((image.width() + 1) / 2, (image.height() + 1) / 2, image.format());
    const int whole = image.width() / 2;
    for (int y = 0; y < half.height(); ++y) {
        const std::uint32_t* upper = rowOf(image, 2 * y);
        const std::uint32_t* lower = rowOf(image, std::min(2 * y + 1, image.height() - 1));
        auto* to = reinterpret_cast<std::uint32_t*>(half.scanLine(y));
        for (int x = 0; x < whole; ++x) {
            to[x] = meanOf(upper[2 * x], upper[2 * x + 1], lower[2 * x], lower[2 * x + 1]);
        }
        if (whole < half.width()) {
            to[whole] = meanOf(upper[2 * whole], upper[2 * whole], lower[2 * whole], lower[2 * whole]);
        }
    }
    return half;
}

QRect deviceRect(const ViewTransform& view, const Rect& area) {
    const QRectF exact = view.toDevice().mapRect(QRectF(area.x, area.y, area.width, area.height));
    const int left = static_cast<int>(std::lround(exact.left()));
    const int top = static_cast<int>(std::lround(exact.top()));
    const int right = std::max(left + 1, static_cast<int>(std::lround(exact.right())));
    const int bottom = std::max(top + 1, static_cast<int>(std::lround(exact.bottom())));
    return {left, top, right - left, bottom - top};
}

PixelLayer::PixelLayer(QImage image, const Rect& area) : area_(area) {
    if (image.isNull() || area.isEmpty()) {
        return;
    }
    levels_.push_back(std::move(image));
    while (std::min(levels_.back().width(), levels_.back().height()) > kSmallestLevel) {
        levels_.push_back(halved(levels_.back()));
    }
}

void PixelLayer::paint(QPainter& painter, const ViewTransform& view, const QRect& dirty) const {
    if (isNull()) {
        return;
    }
    const QRect visible = dirty & deviceRect(view, area_);
    if (visible.isEmpty()) {
        return;
    }
    const bool isFine = levels_.front().width() == area_.width && levels_.front().height() == area_.height;
    if (isFine && view.zoom() >= 1) {
        paintBlocks(painter, view, visible);
    } else {
        paintSmooth(painter, view, visible);
    }
}

void PixelLayer::paintBlocks(QPainter& painter, const ViewTransform& view, const QRect& dirty) const {
    const QImage& pixels = levels_.front();
    const PixelGrid grid(view, dirty, area_);
    QImage blocks(dirty.size(), pixels.format());
    for (int y = 0; y < dirty.height(); ++y) {
        const std::uint32_t* from = rowOf(pixels, grid.rows[static_cast<std::size_t>(y)]);
        auto* to = reinterpret_cast<std::uint32_t*>(blocks.scanLine(y));
        std::ranges::transform(grid.columns, to, [from](int column) { return from[column]; });
    }
    painter.drawImage(dirty.topLeft(), blocks);
}

void PixelLayer::paintSmooth(QPainter& painter, const ViewTransform& view, const QRect& dirty) const {
    const double scaleX = view.zoom() * area_.width / levels_.front().width();
    const double scaleY = view.zoom() * area_.height / levels_.front().height();
    const int wanted = static_cast<int>(std::floor(std::log2(1 / std::min(1.0, std::max(scaleX, scaleY)))));
    const int level = std::min(wanted, static_cast<int>(levels_.size()) - 1);
    const QImage& pixels = levels_[static_cast<std::size_t>(level)];
    QTransform toDevice = view.toDevice();
    toDevice.translate(area_.x, area_.y);
    toDevice.scale(std::ldexp(scaleX, level) / view.zoom(), std::ldexp(scaleY, level) / view.zoom());
    const QRect needed = toDevice.inverted().mapRect(QRectF(dirty)).toAlignedRect().adjusted(-2, -2, 2, 2);
    const QRect part = needed & pixels.rect();
    painter.save();
    painter.setClipRect(dirty, Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(toDevice, true);
    painter.drawImage(part.topLeft(), sharedPart(pixels, part));
    painter.restore();
}

} // namespace palimpsest::ui
