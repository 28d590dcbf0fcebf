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
constexpr double kBandOpacity = 0.35; ///< of the style `tinted`, at value 255
constexpr int kHalf = 128;
constexpr std::uint32_t kInnerLine = 0xffffffff;
constexpr std::uint32_t kOuterLine = 0xff101010;

std::uint32_t premultiplied(const QColor& colour, double opacity) {
    return qPremultiply(
        qRgba(colour.red(), colour.green(), colour.blue(), static_cast<int>(std::lround(255 * opacity))));
}

/// Opacity of the pattern where the nearest middle of a stripe is `distance` away.
double hatchOpacity(double distance, double value, double ratio) {
    const double halfWidth = (0.25 + 0.75 * value) * kWidestStripe * ratio / 2;
    const double stripe = std::clamp(halfWidth - distance + 0.5, 0.0, 1.0);
    return stripe * kStripeOpacity * (0.4 + 0.6 * value) + (1 - stripe) * kTintOpacity * value;
}

/// Row `y` of the samples, and those a line's thickness above, below and beside it. Whether a value has reached one
/// half is its highest bit.
struct SampledRow {
    const std::uint8_t* value;
    std::ptrdiff_t down;
    int thickness;

    bool isLine(int x) const {
        const int here = value[x];
        const int differs = (here ^ value[x - thickness]) | (here ^ value[x + thickness]) | (here ^ value[x - down]) |
                            (here ^ value[x + down]);
        return differs & kHalf;
    }
};

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
    if (style == MaskStyle::hidden) {
        return;
    }
    for (const QRect& piece : mask.coveredPieces(view, dirty, reach(view))) {
        style == MaskStyle::tinted ? paintTint(painter, mask, view, piece)
                                   : paintPiece(painter, mask, view, piece, style);
    }
}

void MaskLayer::paintTint(QPainter& painter, const MaskPyramid& mask, const ViewTransform& view,
                          const QRect& piece) const {
    const std::vector<std::uint8_t> values = mask.sampled(view, piece);
    QImage overlay(piece.size(), QImage::Format_ARGB32_Premultiplied);
    auto value = values.begin();
    for (int y = 0; y < piece.height(); ++y) {
        auto* to = reinterpret_cast<std::uint32_t*>(overlay.scanLine(y));
        std::transform(value, value + piece.width(), to,
                       [this](std::uint8_t v) { return premultiplied(colour_, kBandOpacity * v / 255); });
        value += piece.width();
    }
    painter.drawImage(piece.topLeft(), overlay);
}

void MaskLayer::paintPiece(QPainter& painter, const MaskPyramid& mask, const ViewTransform& view, const QRect& piece,
                           MaskStyle style) const {
    const int margin = reach(view);
    const std::vector<std::uint8_t> values = mask.sampled(view, piece.adjusted(-margin, -margin, margin, margin));
    const std::ptrdiff_t stride = piece.width() + 2 * margin;
    const Hatch& hatch = hatchFor(view.devicePixelRatio());
    const int originSum = static_cast<int>(view.origin().x() + view.origin().y());
    QImage overlay(piece.size(), QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < piece.height(); ++y) {
        const SampledRow row{values.data() + (y + margin) * stride + margin, margin * stride, margin};
        auto* to = reinterpret_cast<std::uint32_t*>(overlay.scanLine(y));
        int phase = (piece.x() + piece.y() + y - originSum) % hatch.period;
        phase += phase < 0 ? hatch.period : 0;
        for (int x = 0; x < piece.width(); ++x) {
            if (row.isLine(x)) {
                to[x] = row.value[x] & kHalf ? kInnerLine : kOuterLine;
            } else {
                to[x] = style == MaskStyle::hatched
                            ? hatch.colours[static_cast<std::size_t>(phase * 256 + row.value[x])]
                            : 0;
            }
            phase = phase + 1 == hatch.period ? 0 : phase + 1;
        }
    }
    painter.drawImage(piece.topLeft(), overlay);
}

} // namespace palimpsest::ui
