// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/mask_layer.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace palimpsest::ui {
namespace {

constexpr double kPeriod = 11;        ///< logical pixels along a row from stripe to stripe
constexpr double kWidestStripe = 2.6; ///< across, at value 255
constexpr double kStripeOpacity = 0.85;
constexpr double kTintOpacity = 0.14; ///< between the stripes, at value 255
constexpr int kHalf = 128;
constexpr std::uint32_t kInnerLine = 0xffffffff;
constexpr std::uint32_t kOuterLine = 0xff101010;

std::uint32_t premultiplied(const QColor& colour, double opacity) {
    return qPremultiply(qRgba(colour.red(), colour.green(), colour.blue(), static_cast<int>(std::lround(255 * opacity))));
}

/// Opacity of the pattern where the nearest middle of a stripe is `distance` away.
double hatchOpacity(double distance, double value, double ratio) {
    const double halfWidth = (0.25 + 0.75 * value) * kWidestStripe * ratio / 2;
    const double stripe = std::clamp(halfWidth - distance + 0.5, 0.0, 1.0);
    return stripe * kStripeOpacity * (0.4 + 0.6 * value) + (1 - stripe) * kTintOpacity * value;
}

/// The sampled mask around a rectangle, with the margin that the outline looks at.
struct Samples {
    std::vector<std::uint8_t> values;
    int stride;
    int margin;

    const std::uint8_t* at(int x, int y) const {
        return values.data() + std::ptrdiff_t{y + margin} * stride + x + margin;
    }
};

/// The outline's colour at a pixel, 0 if there is none.
std::uint32_t lineColour(const std::uint8_t* value, int stride, int thickness) {
    const bool inside = *value >= kHalf;
    const std::ptrdiff_t down = std::ptrdiff_t{thickness} * stride;
    const bool same = (value[-thickness] >= kHalf) == inside && (value[thickness] >= kHalf) == inside &&
                      (value[-down] >= kHalf) == inside && (value[down] >= kHalf) == inside;
    return same ? 0 : inside ? kInnerLine : kOuterLine;
}

} // namespace

int MaskLayer::reach(const ViewTransform& view) {
    return std::max(1, static_cast<int>(std::lround(view.devicePixelRatio())));
}

void MaskLayer::setColour(const QColor& colour) {
    colour_ = colour;
    hatch_ = {};
}

const MaskLayer::Hatch& MaskLayer::hatchFor(double ratio) const {
    const int period = static_cast<int>(std::lround(kPeriod * ratio));
    if (hatch_.period != period) {
        hatch_.period = period;
        hatch_.colours.resize(static_cast<std::size_t>(period) * 256);
        for (int phase = 0; phase < period; ++phase) {
            // Stripes are as thick as they look across, the phase runs along a row.
            const double distance = std::min(phase, period - phase) / std::sqrt(2.0);
            for (int value = 1; value < 256; ++value) {
                hatch_.colours[static_cast<std::size_t>(phase * 256 + value)] =
                    premultiplied(colour_, hatchOpacity(distance, value / 255.0, ratio));
            }
        }
    }
    return hatch_;
}

void MaskLayer::paint(QPainter& painter, const MaskPyramid& mask, const ViewTransform& view, const QRect& dirty,
                      MaskStyle style) const {
    const int margin = reach(view);
    const QRect sampledArea = dirty.adjusted(-margin, -margin, margin, margin);
    const QRect under = view.toDevice().inverted().mapRect(QRectF(sampledArea)).toAlignedRect();
    if (style == MaskStyle::hidden || !mask.maybeCovered({under.x(), under.y(), under.width(), under.height()})) {
        return;
    }
    const Samples samples{mask.sampled(view, sampledArea), sampledArea.width(), margin};
    const Hatch& hatch = hatchFor(view.devicePixelRatio());
    const int originSum = static_cast<int>(view.origin().x() + view.origin().y());
    QImage overlay(dirty.size(), QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < dirty.height(); ++y) {
        const std::uint8_t* value = samples.at(0, y);
        auto* to = reinterpret_cast<std::uint32_t*>(overlay.scanLine(y));
        int phase = (dirty.x() + dirty.y() + y - originSum) % hatch.period;
        phase += phase < 0 ? hatch.period : 0;
        for (int x = 0; x < dirty.width(); ++x, ++value) {
            const std::uint32_t line = lineColour(value, samples.stride, margin);
            const auto stripe = static_cast<std::size_t>(phase * 256 + *value);
            to[x] = line ? line : style == MaskStyle::hatched ? hatch.colours[stripe] : 0;
            phase = phase + 1 == hatch.period ? 0 : phase + 1;
        }
    }
    painter.drawImage(dirty.topLeft(), overlay);
}

} // namespace palimpsest::ui
