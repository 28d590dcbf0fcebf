// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/swept_dab.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace palimpsest::ui {

SweptDab::SweptDab(const Dab& from, const Dab& to, double hardness)
    : from_(from), to_(to), softness_(static_cast<float>(1 - hardness)),
      alongX_(static_cast<float>(to.centre.x() - from.centre.x())),
      alongY_(static_cast<float>(to.centre.y() - from.centre.y())) {
    const float square = alongX_ * alongX_ + alongY_ * alongY_;
    inverseSquare_ = square > 0 ? 1 / square : 0;
}

Rect SweptDab::bounds() const {
    const double reach = std::max(from_.radius, to_.radius) + 1;
    const int left = static_cast<int>(std::floor(std::min(from_.centre.x(), to_.centre.x()) - reach));
    const int top = static_cast<int>(std::floor(std::min(from_.centre.y(), to_.centre.y()) - reach));
    const int right = static_cast<int>(std::ceil(std::max(from_.centre.x(), to_.centre.x()) + reach));
    const int bottom = static_cast<int>(std::ceil(std::max(from_.centre.y(), to_.centre.y()) + reach));
    return {left, top, right - left, bottom - top};
}

std::uint8_t SweptDab::peak() const {
    return static_cast<std::uint8_t>(255 * std::max(from_.opacity, to_.opacity) + 0.5);
}

std::uint8_t SweptDab::at(int x, int y) const {
    std::uint8_t coverage = 0;
    cover(x, y, 1, &coverage);
    return coverage;
}

/// Without branches, so that several pixels are computed at once.
void SweptDab::cover(int x, int y, int count, std::uint8_t* coverage) const {
    const auto firstX = static_cast<float>(x + 0.5 - from_.centre.x());
    const auto dy = static_cast<float>(y + 0.5 - from_.centre.y());
    const auto startRadius = static_cast<float>(from_.radius);
    const auto moreRadius = static_cast<float>(to_.radius - from_.radius);
    const auto startOpacity = static_cast<float>(255 * from_.opacity);
    const auto moreOpacity = static_cast<float>(255 * (to_.opacity - from_.opacity));
    for (int i = 0; i < count; ++i) {
        const float dx = firstX + static_cast<float>(i);
        const float way = std::min(std::max((dx * alongX_ + dy * alongY_) * inverseSquare_, 0.0f), 1.0f);
        const float awayX = dx - way * alongX_;
        const float awayY = dy - way * alongY_;
        const float radius = startRadius + way * moreRadius;
        const float inside = radius + 0.5f - std::sqrt(awayX * awayX + awayY * awayY);
        const float ramp = std::min(std::max(inside / std::max(1.0f, radius * softness_), 0.0f), 1.0f);
        const float opacity = startOpacity + way * moreOpacity;
        coverage[i] = static_cast<std::uint8_t>(static_cast<int>(opacity * ramp * ramp * (3 - 2 * ramp) + 0.5f));
    }
}

/// A row crosses the trace in one piece: between the outermost points that either end or a side reaches. The two ends'
/// circles of the larger radius and the strip between them hold it.
SweptDab::Columns SweptDab::reached(int y, const Rect& area) const {
    const double reach = std::max(from_.radius, to_.radius) + 1;
    const double row = y + 0.5;
    // Part of the way whose distance from the row is below the reach.
    double first = 0;
    double last = 1;
    if (alongY_ != 0) {
        const double a = (row - reach - from_.centre.y()) / alongY_;
        const double b = (row + reach - from_.centre.y()) / alongY_;
        first = std::max(0.0, std::min(a, b));
        last = std::min(1.0, std::max(a, b));
    }
    if (first > last) {
        return {area.x, area.x};
    }
    const double x0 = from_.centre.x() + first * alongX_;
    const double x1 = from_.centre.x() + last * alongX_;
    const int left = std::max(area.x, static_cast<int>(std::floor(std::min(x0, x1) - reach)));
    const int right = std::min(area.right(), static_cast<int>(std::ceil(std::max(x0, x1) + reach)));
    return {left, std::max(left, right)};
}

/// Piece by piece of a row; a piece that even the highest coverage would not change is left alone, which is most of a
/// wide brush that moves a little.
template <typename Combine>
void SweptDab::combine(Mask& mask, const Rect& area, Combine combine) const {
    constexpr int kPiece = 64;
    std::array<std::uint8_t, kPiece> coverage;
    const std::uint8_t highest = peak();
    for (int y = area.y; y < area.bottom(); ++y) {
        const Columns columns = reached(y, area);
        for (int x = columns.first; x < columns.last; x += kPiece) {
            const int count = std::min(kPiece, columns.last - x);
            std::uint8_t* values = mask.row(y) + x;
            if (std::all_of(values, values + count, [&](std::uint8_t old) { return combine(old, highest) == old; })) {
                continue;
            }
            cover(x, y, count, coverage.data());
            std::transform(values, values + count, coverage.data(), values, combine);
        }
    }
}

void SweptDab::paint(Mask& mask, const Rect& area) const {
    combine(mask, area, [](std::uint8_t old, std::uint8_t covered) { return std::max(old, covered); });
}

void SweptDab::erase(Mask& mask, const Rect& area) const {
    combine(mask, area, [](std::uint8_t old, std::uint8_t covered) {
        return std::min(old, static_cast<std::uint8_t>(255 - covered));
    });
}

} // namespace palimpsest::ui
