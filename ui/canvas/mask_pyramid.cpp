// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/mask_pyramid.h"

#include "ui/canvas/pixel_grid.h"
#include "ui/canvas/pixel_layer.h"
#include "ui/session/document/qt_geometry.h"

#include <algorithm>
#include <cmath>

namespace palimpsest::ui {
namespace {

constexpr int kMostHalves = 8;
/// Blocks of 32 x 32 pixels tell whether an area is empty.
constexpr int kBlockLevel = 5;
/// Side of the pieces that are painted or left out as a whole.
constexpr int kPiece = 128;

Rect halvedArea(const Rect& area) {
    const int left = area.x / 2;
    const int top = area.y / 2;
    return {left, top, (area.right() + 1) / 2 - left, (area.bottom() + 1) / 2 - top};
}

/// Writes the pixels of `half` inside `area` from the four pixels of `whole` below each.
void reduce(const Mask& whole, Mask& half, const Rect& area) {
    const int inner = std::min(area.right(), whole.width() / 2);
    for (int y = area.y; y < area.bottom(); ++y) {
        const std::uint8_t* upper = whole.row(2 * y);
        const std::uint8_t* lower = whole.row(std::min(2 * y + 1, whole.height() - 1));
        std::uint8_t* to = half.row(y);
        for (int x = area.x; x < inner; ++x) {
            to[x] = std::max(std::max(upper[2 * x], upper[2 * x + 1]), std::max(lower[2 * x], lower[2 * x + 1]));
        }
        if (inner < area.right()) {
            to[inner] = std::max(upper[2 * inner], lower[2 * inner]);
        }
    }
}

/// The pixels of a level under the pixels of the screen.
struct LevelGrid : PixelGrid {
    LevelGrid(const ViewTransform& view, const QRect& device, const Size& whole, double place, int level)
        : PixelGrid(view, device, wholeOf(whole), place) {
        const auto halve = [level](int& index) { index >>= level; };
        std::ranges::for_each(columns, halve);
        std::ranges::for_each(rows, halve);
    }
};

} // namespace

void MaskPyramid::reset(const Mask& mask) {
    mask_ = &mask;
    halves_.clear();
    Size size = mask.size();
    while (!mask.isNull() && static_cast<int>(halves_.size()) < kMostHalves && size != Size{1, 1}) {
        size = {(size.width + 1) / 2, (size.height + 1) / 2};
        halves_.emplace_back(size);
    }
    update(wholeOf(mask.size()));
}

void MaskPyramid::update(const Rect& dirty) {
    Rect area = dirty;
    for (std::size_t i = 0; i < halves_.size() && !area.isEmpty(); ++i) {
        area = halvedArea(area);
        reduce(level(static_cast<int>(i)), halves_[i], area);
    }
}

bool MaskPyramid::maybeCovered(const Rect& area) const {
    Rect blocks = area.intersected(wholeOf(size()));
    const int index = std::min(kBlockLevel, static_cast<int>(halves_.size()));
    if (blocks.isEmpty()) {
        return false;
    }
    for (int i = 0; i < index; ++i) {
        blocks = halvedArea(blocks);
    }
    for (int y = blocks.y; y < blocks.bottom(); ++y) {
        const std::uint8_t* row = level(index).row(y);
        if (std::any_of(row + blocks.x, row + blocks.right(), [](std::uint8_t value) { return value > 0; })) {
            return true;
        }
    }
    return false;
}

int MaskPyramid::levelFor(double zoom) const {
    const int wanted = zoom >= 1 ? 0 : static_cast<int>(std::floor(std::log2(1 / zoom)));
    return std::min(wanted, static_cast<int>(halves_.size()));
}

std::vector<std::uint8_t> MaskPyramid::sampled(const ViewTransform& view, const QRect& device) const {
    const auto width = static_cast<std::size_t>(device.width());
    std::vector<std::uint8_t> values(width * static_cast<std::size_t>(device.height()), 0);
    const QRect inside = isNull() ? QRect() : device & deviceRect(view, wholeOf(size()));
    if (inside.isEmpty()) {
        return values;
    }
    const int index = levelFor(view.zoom());
    // A pixel of the level is larger than half of one of the screen: looking at both quarters in each direction misses
    // none.
    const bool magnified = view.zoom() >= 1;
    const LevelGrid near(view, inside, size(), magnified ? 0.5 : 0.25, index);
    const LevelGrid far(view, inside, size(), magnified ? 0.5 : 0.75, index);
    const auto left = static_cast<std::size_t>(inside.x() - device.x());
    for (int y = 0; y < inside.height(); ++y) {
        const auto row = static_cast<std::size_t>(y);
        const std::uint8_t* upper = level(index).row(near.rows[row]);
        const std::uint8_t* lower = level(index).row(far.rows[row]);
        std::uint8_t* to = values.data() + static_cast<std::size_t>(inside.y() - device.y() + y) * width + left;
        std::ranges::transform(near.columns, far.columns, to, [upper, lower](int a, int b) {
            return std::max(std::max(upper[a], upper[b]), std::max(lower[a], lower[b]));
        });
    }
    return values;
}

std::vector<QRect> MaskPyramid::coveredPieces(const ViewTransform& view, const QRect& device, int margin) const {
    const QTransform toPicture = view.toDevice().inverted();
    std::vector<QRect> pieces;
    for (int y = device.top(); y <= device.bottom(); y += kPiece) {
        for (int x = device.left(); x <= device.right(); x += kPiece) {
            const QRect piece = QRect(x, y, kPiece, kPiece) & device;
            const QRectF seen(piece.adjusted(-margin, -margin, margin, margin));
            if (maybeCovered(fromQRect(toPicture.mapRect(seen).toAlignedRect()))) {
                pieces.push_back(piece);
            }
        }
    }
    return pieces;
}

QRect MaskPyramid::dependants(const ViewTransform& view, const Rect& dirty) const {
    const int block = 1 << levelFor(view.zoom());
    const int left = dirty.x / block * block;
    const int top = dirty.y / block * block;
    const int right = (dirty.right() + block - 1) / block * block;
    const int bottom = (dirty.bottom() + block - 1) / block * block;
    const QRectF area(left, top, right - left, bottom - top);
    return view.toDevice().mapRect(area).toAlignedRect();
}

} // namespace palimpsest::ui
