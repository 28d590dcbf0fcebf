// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/region.h"

#include "ui/session/document/qt_geometry.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace palimpsest::ui {
namespace {

/// First column whose centre lies at or right of x.
int columnFrom(double x) { return static_cast<int>(std::ceil(x - 0.5)); }

Rect pixelsAround(const QRectF& box) {
    const int left = static_cast<int>(std::floor(box.left()));
    const int top = static_cast<int>(std::floor(box.top()));
    return {left, top, static_cast<int>(std::ceil(box.right())) - left,
            static_cast<int>(std::ceil(box.bottom())) - top};
}

/// Where the outline crosses the height y, from left to right. Each edge holds its upper end but not its lower one, so
/// that a corner on the line counts once.
std::vector<double> crossingsAt(const QPolygonF& outline, double y) {
    std::vector<double> crossings;
    for (qsizetype i = 0; i < outline.size(); ++i) {
        const QPointF& a = outline[i];
        const QPointF& b = outline[(i + 1) % outline.size()];
        if ((a.y() <= y) != (b.y() <= y)) {
            crossings.push_back(a.x() + (y - a.y()) * (b.x() - a.x()) / (b.y() - a.y()));
        }
    }
    std::ranges::sort(crossings);
    return crossings;
}

} // namespace

Region polygonRegion(const QPolygonF& outline, const Size& picture) {
    Region region;
    region.area = pixelsAround(outline.boundingRect()).intersected(wholeOf(picture));
    if (outline.size() < 3 || region.area.isEmpty()) {
        return {};
    }
    region.inside = Mask(region.area.size());
    const int left = region.area.x;
    const int right = region.area.right();
    for (int y = 0; y < region.area.height; ++y) {
        const std::vector<double> crossings = crossingsAt(outline, region.area.y + y + 0.5);
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
            const int first = std::clamp(columnFrom(crossings[i]), left, right);
            const int last = std::clamp(columnFrom(crossings[i + 1]), first, right);
            std::fill_n(region.inside.row(y) + first - left, last - first, std::uint8_t{255});
        }
    }
    return region;
}

Region rectangleRegion(const QRectF& rectangle, const Size& picture) {
    const Rect area = pixelsAround(rectangle.normalized()).intersected(wholeOf(picture));
    return area.isEmpty() ? Region{} : Region{area, Mask(area.size(), 255)};
}

} // namespace palimpsest::ui
