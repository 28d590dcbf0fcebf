// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/colour_scale.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace palimpsest::ui {
namespace {

/// Oklab to sRGB, 0 .. 255, clipped.
QColor fromOklab(double lightness, double a, double b) {
    const double l = std::pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
    const double m = std::pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
    const double s = std::pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
    const auto byte = [](double linear) {
        const double value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
        return static_cast<int>(std::lround(255 * std::clamp(value, 0.0, 1.0)));
    };
    return {byte(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
            byte(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
            byte(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)};
}

} // namespace

QColor scaleColour(double part) {
    const double t = std::clamp(part, 0.0, 1.0);
    const double hue = (285 - 180 * t) * std::numbers::pi / 180; // blue violet to yellow
    const double chroma = 0.07 + 0.02 * std::sin(std::numbers::pi * t);
    return fromOklab(0.28 + 0.64 * t, chroma * std::cos(hue), chroma * std::sin(hue));
}

ColourScale::ColourScale(QWidget* parent) : PlotFrame(parent) {
    setObjectName(QStringLiteral("colourScale"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ColourScale::setEnds(const QString& least, const QString& most) {
    least_ = least;
    most_ = most;
    setAccessibleDescription(QStringLiteral("%1 – %2").arg(least, most));
    update();
}

void ColourScale::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRectF place = paintFrame(painter, {.left = least_, .right = most_, .bottom = {}, .top = {}});
    for (int x = 0; x < static_cast<int>(place.width()); ++x) {
        painter.fillRect(QRectF(place.left() + x, place.top(), 1, place.height()), scaleColour(x / place.width()));
    }
}

} // namespace palimpsest::ui
