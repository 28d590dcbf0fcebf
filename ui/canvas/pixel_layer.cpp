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
    const std::uint32_t odd = (a >> 8 & kEven) + (b >> 8 & kEven) + (c >> 8 & kEven) + (d >> 8 & kEven) + 0x00020002;
    return (even >> 2 & kEven) | (odd >> 2 & kEven) << 8;
}

/// The part of `image` inside `part`, sharing its pixels; valid as long as `image` is.
QImage sharedPart(const QImage& image, const QRect& part) {
    const uchar* bytes = image.constScanLine(part.y()) + qsizetype{part.x()} * 4;
    return {bytes, part.width(), part.height(), image.bytesPerLine(), image.format()};
}

/// The first pixel whose centre lies at or beyond a position.
int firstCentreFrom(double position) { return static_cast<int>(std::ceil(position - 0.5)); }

/// One axis of the way from an image to the screen: device = start + scale * index.
struct Axis {
    double start;
    double scale;
};

/// `exact`: the stretch of the axis on the screen; what is thinner than a pixel or two fills the whole ones of `shown`,
/// or nothing of it would be seen.
Axis axisFor(double exactStart, double exactLength, int shownStart, int shownLength, double count) {
    constexpr double kThin = 2;
    return exactLength < kThin ? Axis{double(shownStart), shownLength / count} : Axis{exactStart, exactLength / count};
}

QRectF inPixels(const Rect& area, int parts) {
    const double part = 1.0 / parts;
    return {area.x * part, area.y * part, area.width * part, area.height * part};
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

QRect deviceRect(const ViewTransform& view, const Rect& area, int parts) {
    const QRectF exact = view.toDevice().mapRect(inPixels(area, parts));
    const int left = firstCentreFrom(exact.left());
    const int top = firstCentreFrom(exact.top());
    const int right = std::max(left + 1, firstCentreFrom(exact.right()));
    const int bottom = std::max(top + 1, firstCentreFrom(exact.bottom()));
    return {left, top, right - left, bottom - top};
}

PixelLayer::PixelLayer(QImage image, const Rect& area, int parts) : area_(area), parts_(parts) {
    if (image.isNull() || area.isEmpty()) {
        return;
    }
    levels_.push_back(std::move(image));
}

QRectF PixelLayer::onPicture() const { return inPixels(area_, parts_); }

QColor PixelLayer::colourAt(const QPointF& picture) const {
    const QRectF place = onPicture();
    if (isNull() || !place.contains(picture)) {
        return {};
    }
    const QImage& pixels = levels_.front();
    const auto index = [](double part, int count) { return std::min(static_cast<int>(part * count), count - 1); };
    return pixels.pixelColor(index((picture.x() - place.x()) / place.width(), pixels.width()),
                             index((picture.y() - place.y()) / place.height(), pixels.height()));
}

int PixelLayer::prepareLevel(int wanted) const {
    int last = static_cast<int>(levels_.size()) - 1;
    while (last < wanted && std::min(levels_.back().width(), levels_.back().height()) > kSmallestLevel) {
        levels_.push_back(halved(levels_.back()));
        ++last;
    }
    return std::min(wanted, last);
}

void PixelLayer::paint(QPainter& painter, const ViewTransform& view, const QRect& dirty,
                       Enlargement enlargement) const {
    if (isNull()) {
        return;
    }
    const QRect visible = dirty & deviceRect(view, area_, parts_);
    if (visible.isEmpty()) {
        return;
    }
    const QSize size = levels_.front().size();
    const QRectF place = onPicture();
    const bool isFine = size.width() >= place.width() && size.height() >= place.height() &&
                        size.width() >= area_.width && size.height() >= area_.height;
    const bool isEnlarged =
        view.zoom() * place.width() >= size.width() && view.zoom() * place.height() >= size.height();
    if (isFine && isEnlarged && enlargement == Enlargement::blocks) {
        paintBlocks(painter, view, visible);
    } else {
        paintSmooth(painter, view, visible);
    }
}

void PixelLayer::paintBlocks(QPainter& painter, const ViewTransform& view, const QRect& dirty) const {
    const QImage& pixels = levels_.front();
    const QRectF place = onPicture();
    if (view.zoom() == 1 && parts_ == 1 && pixels.width() == area_.width && pixels.height() == area_.height) {
        const QPoint corner = view.origin().toPoint() + QPoint(area_.x, area_.y);
        painter.drawImage(dirty.topLeft(), sharedPart(pixels, dirty.translated(-corner)));
        return;
    }
    const PixelGrid grid(view, dirty, place, {pixels.width(), pixels.height()});
    QImage blocks(dirty.size(), pixels.format());
    for (int y = 0; y < dirty.height(); ++y) {
        const std::uint32_t* from = rowOf(pixels, grid.rows[static_cast<std::size_t>(y)]);
        auto* to = reinterpret_cast<std::uint32_t*>(blocks.scanLine(y));
        std::ranges::transform(grid.columns, to, [from](int column) { return from[column]; });
    }
    painter.drawImage(dirty.topLeft(), blocks);
}

void PixelLayer::paintSmooth(QPainter& painter, const ViewTransform& view, const QRect& dirty) const {
    const QRectF place = onPicture();
    const double scaleX = view.zoom() * place.width() / levels_.front().width();
    const double scaleY = view.zoom() * place.height() / levels_.front().height();
    const int wanted = static_cast<int>(std::floor(std::log2(1 / std::min(1.0, std::max(scaleX, scaleY)))));
    const int level = prepareLevel(wanted);
    const QImage& pixels = levels_[static_cast<std::size_t>(level)];
    const QRect shown = deviceRect(view, area_, parts_);
    const QRectF exact = view.toDevice().mapRect(place);
    // Halves of odd sizes reach beyond the area by a part of a pixel: what counts is the size of the finest level.
    const Axis x =
        axisFor(exact.x(), exact.width(), shown.x(), shown.width(), std::ldexp(levels_.front().width(), -level));
    const Axis y =
        axisFor(exact.y(), exact.height(), shown.y(), shown.height(), std::ldexp(levels_.front().height(), -level));
    const QTransform toDevice(x.scale, 0, 0, y.scale, x.start, y.start);
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
