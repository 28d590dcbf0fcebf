// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/swept_dab.h"

#include <algorithm>
#include <cmath>

namespace palimpsest::ui {

SweptDab::SweptDab(const Dab& from, const Dab& to, double hardness)
    : from_(from), to_(to), peak_(static_cast<std::uint8_t>(255 * std::max(from.opacity, to.opacity) + 0.5)),
      softness_(1 - hardness), alongX_(to.centre.x() - from.centre.x()),
      alongY_(to.centre.y() - from.centre.y()) {
    const double square = alongX_ * alongX_ + alongY_ * alongY_;
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

std::uint8_t SweptDab::at(int x, int y) const {
    const double dx = x + 0.5 - from_.centre.x();
    const double dy = y + 0.5 - from_.centre.y();
    const double way = std::clamp((dx * alongX_ + dy * alongY_) * inverseSquare_, 0.0, 1.0);
    const double awayX = dx - way * alongX_;
    const double awayY = dy - way * alongY_;
    const double square = awayX * awayX + awayY * awayY;
    const double radius = from_.radius + way * (to_.radius - from_.radius);
    const double outer = radius + 0.5;
    if (square >= outer * outer) {
        return 0;
    }
    const double opacity = 255 * (from_.opacity + way * (to_.opacity - from_.opacity));
    const double width = std::max(1.0, radius * softness_);
    const double inner = outer - width;
    if (inner > 0 && square <= inner * inner) {
        return static_cast<std::uint8_t>(opacity + 0.5);
    }
    const double ramp = std::min(1.0, (outer - std::sqrt(square)) / width);
    return static_cast<std::uint8_t>(opacity * ramp * ramp * (3 - 2 * ramp) + 0.5);
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

template <typename Combine>
void SweptDab::combine(Mask& mask, const Rect& area, Combine combine) const {
    for (int y = area.y; y < area.bottom(); ++y) {
        const Columns columns = reached(y, area);
        std::uint8_t* row = mask.row(y);
        for (int x = columns.first; x < columns.last; ++x) {
            combine(row[x], x, y);
        }
    }
}

void SweptDab::paint(Mask& mask, const Rect& area) const {
    combine(mask, area, [this](std::uint8_t& value, int x, int y) {
        if (value < peak_) {
            value = std::max(value, at(x, y));
        }
    });
}

void SweptDab::erase(Mask& mask, const Rect& area) const {
    combine(mask, area, [this](std::uint8_t& value, int x, int y) {
        if (value > 255 - peak_) {
            value = std::min(value, static_cast<std::uint8_t>(255 - at(x, y)));
        }
    });
}

} // namespace palimpsest::ui
