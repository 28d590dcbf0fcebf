// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/map_picture.h"

#include "core/image/resample.h"
#include "ui/plots/colour_scale.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace palimpsest::ui {
namespace {

constexpr int kColours = 256;
constexpr int kOpacity = 215;
constexpr double kLeastEnd = 1e-6;
constexpr std::size_t kMostLookedAt = 1U << 18U; ///< values, for the end of the scale

using Colours = std::array<QRgb, kColours>;

QImage coloured(const Image& map, double end, const Colours& colours) {
    QImage picture(map.width(), map.height(), QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < map.height(); ++y) {
        const float* from = map.rowAs<float>(y);
        auto* to = reinterpret_cast<QRgb*>(picture.scanLine(y));
        std::transform(from, from + map.width(), to, [&](float value) {
            const double part = value > 0 ? std::min(value / end, 1.0) : 0; // NaN is not above 0
            return colours[static_cast<std::size_t>(std::lround(part * (kColours - 1)))];
        });
    }
    return picture;
}

} // namespace

double scaleEnd(const Image& map) {
    const auto count = static_cast<std::size_t>(map.size().area());
    const auto* values = reinterpret_cast<const float*>(map.pixels().data());
    const std::size_t step = std::max<std::size_t>(1, count / kMostLookedAt);
    std::vector<float> some;
    for (std::size_t i = 0; i < count; i += step) {
        if (std::isfinite(values[i])) {
            some.push_back(values[i]);
        }
    }
    if (some.empty()) {
        return kLeastEnd;
    }
    const auto place = some.begin() + static_cast<std::ptrdiff_t>(0.995 * static_cast<double>(some.size() - 1));
    std::nth_element(some.begin(), place, some.end());
    return std::max<double>(*place, kLeastEnd);
}

QImage scaledPicture(const Image& map, double end) {
    Colours colours;
    for (int i = 0; i < kColours; ++i) {
        QColor colour = scaleColour(i / (kColours - 1.0));
        colour.setAlpha(kOpacity);
        colours[static_cast<std::size_t>(i)] = qPremultiply(colour.rgba());
    }
    return coloured(map, end, colours);
}

QImage tintedPicture(const Image& map, double end) {
    Colours colours;
    for (int i = 0; i < kColours; ++i) {
        colours[static_cast<std::size_t>(i)] = qPremultiply(qRgba(0xff, 0x20, 0xc0, kOpacity * i / (kColours - 1)));
    }
    return coloured(map, end, colours);
}

Mask above(const Image& map, double threshold, const Size& size) {
    const Image fitting = map.size() == size ? map : resampled(map, size);
    Mask mask(size);
    for (int y = 0; y < size.height; ++y) {
        const float* from = fitting.rowAs<float>(y);
        std::transform(from, from + size.width, mask.row(y),
                       [threshold](float value) { return static_cast<std::uint8_t>(value > threshold ? 255 : 0); });
    }
    return mask;
}

} // namespace palimpsest::ui
