// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/view_transform.h"

#include <algorithm>
#include <cmath>

namespace palimpsest::ui {
namespace {

/// Free space around a fitted picture, and how much of a picture stays in sight, in physical pixels.
constexpr double kMargin = 12;
constexpr double kInSight = 48;
/// Small pictures are enlarged by whole factors, up to this one.
constexpr double kLargestFit = 8;

double clampedOrigin(double origin, double extent, double canvas) {
    const double kept = std::min({kInSight, extent, canvas});
    return std::round(std::clamp(origin, kept - extent, std::max(kept - extent, canvas - kept)));
}

QPointF rounded(const QPointF& point) { return {std::round(point.x()), std::round(point.y())}; }

} // namespace

void ViewTransform::setDevicePixelRatio(double ratio) {
    origin_ = rounded(origin_ * (ratio / ratio_));
    ratio_ = ratio;
}

void ViewTransform::zoomTo(double zoom, const QPointF& anchor) {
    const QPointF point = toPicture(anchor);
    zoom_ = std::clamp(zoom, kSmallestZoom, kLargestZoom);
    origin_ = rounded(anchor * ratio_ - point * zoom_);
}

void ViewTransform::panBy(const QPointF& logicalDelta) { origin_ = rounded(origin_ + logicalDelta * ratio_); }

void ViewTransform::fit(const Size& picture, const QSizeF& canvas) {
    if (picture.isEmpty()) {
        return;
    }
    const double width = std::max(1.0, canvas.width() * ratio_ - 2 * kMargin);
    const double height = std::max(1.0, canvas.height() * ratio_ - 2 * kMargin);
    const double zoom = std::min(width / picture.width, height / picture.height);
    zoom_ = zoom < 1 ? std::max(zoom, kSmallestZoom) : std::min(std::floor(zoom), kLargestFit);
    centreOn({picture.width / 2.0, picture.height / 2.0}, canvas);
}

void ViewTransform::centreOn(const QPointF& picturePoint, const QSizeF& canvas) {
    const QPointF middle(canvas.width() * ratio_ / 2, canvas.height() * ratio_ / 2);
    origin_ = rounded(middle - picturePoint * zoom_);
}

void ViewTransform::keepInSight(const Size& picture, const QSizeF& canvas) {
    origin_ = {clampedOrigin(origin_.x(), picture.width * zoom_, canvas.width() * ratio_),
               clampedOrigin(origin_.y(), picture.height * zoom_, canvas.height() * ratio_)};
}

QPointF ViewTransform::toPicture(const QPointF& logical) const { return (logical * ratio_ - origin_) / zoom_; }

QPointF ViewTransform::toCanvas(const QPointF& picture) const { return (picture * zoom_ + origin_) / ratio_; }

QRectF ViewTransform::toCanvas(const QRectF& picture) const {
    return {toCanvas(picture.topLeft()), toCanvas(picture.bottomRight())};
}

QTransform ViewTransform::toDevice() const { return {zoom_, 0, 0, zoom_, origin_.x(), origin_.y()}; }

} // namespace palimpsest::ui
