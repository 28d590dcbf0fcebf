// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/pixel_grid.h"

#include <algorithm>
#include <cmath>

namespace palimpsest::ui {
namespace {

struct Axis {
    double origin; ///< less the place in the pixel
    double zoom;
    int first;
    int count;
};

std::vector<int> indices(const Axis& device, int start, int length) {
    std::vector<int> found(static_cast<std::size_t>(device.count));
    for (int i = 0; i < device.count; ++i) {
        const double position = (device.first + i - device.origin) / device.zoom;
        found[static_cast<std::size_t>(i)] = std::clamp(static_cast<int>(std::floor(position)) - start, 0, length - 1);
    }
    return found;
}

} // namespace

PixelGrid::PixelGrid(const ViewTransform& view, const QRect& device, const Rect& area, double place)
    : columns(indices({view.origin().x() - place, view.zoom(), device.x(), device.width()}, area.x, area.width)),
      rows(indices({view.origin().y() - place, view.zoom(), device.y(), device.height()}, area.y, area.height)) {}

PixelGrid::PixelGrid(const ViewTransform& view, const QRect& device, const QRectF& area, const Size& image) {
    const double finerX = image.width / area.width();
    const double finerY = image.height / area.height();
    columns =
        indices({view.origin().x() + area.x() * view.zoom() - 0.5, view.zoom() / finerX, device.x(), device.width()}, 0,
                image.width);
    rows =
        indices({view.origin().y() + area.y() * view.zoom() - 0.5, view.zoom() / finerY, device.y(), device.height()},
                0, image.height);
}

} // namespace palimpsest::ui
