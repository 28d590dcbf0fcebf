// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/inpaint/tile_plan.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace palimpsest {
namespace {

constexpr int kSmallestSide = 128;
/// A smaller tile must save this share of the pixels to be worth its seams.
constexpr double kWorthwhile = 0.75;

/// Row sums let every candidate tiling ask "is there a hole in this rectangle" in constant time.
class HoleCounter {
public:
    explicit HoleCounter(const at::Tensor& hole)
        : width_(static_cast<int>(hole.size(3))), height_(static_cast<int>(hole.size(2))),
          sums_(
              at::constant_pad_nd(hole[0][0].to(at::kCPU, at::kDouble), {1, 0, 1, 0}).cumsum(0).cumsum(1).contiguous()),
          data_(sums_.data_ptr<double>()) {}
    int width() const { return width_; }
    int height() const { return height_; }
    bool hasHole(const Rect& r) const {
        return at(r.right(), r.bottom()) - at(r.x, r.bottom()) - at(r.right(), r.y) + at(r.x, r.y) > 0.5;
    }

private:
    double at(int x, int y) const { return data_[static_cast<std::int64_t>(y) * (width_ + 1) + x]; }

    int width_;
    int height_;
    at::Tensor sums_;
    const double* data_;
};

/// Splits a length into cores: one if it fits, else pieces whose tiles of `side` overlap.
std::vector<std::pair<int, int>> cores(int length, int side, int overlap) {
    if (length <= side) {
        return {{0, length}};
    }
    const int step = side - 2 * overlap;
    const int count = (length + step - 1) / step;
    std::vector<std::pair<int, int>> pieces;
    for (int i = 0; i < count; ++i) {
        const int begin = static_cast<int>(std::int64_t{length} * i / count);
        const int end = static_cast<int>(std::int64_t{length} * (i + 1) / count);
        pieces.emplace_back(begin, end - begin);
    }
    return pieces;
}

std::vector<Tile> tiling(const HoleCounter& holes, int side, int overlap) {
    const Rect level{0, 0, holes.width(), holes.height()};
    std::vector<Tile> tiles;
    for (const auto& [y, height] : cores(level.height, side, overlap)) {
        for (const auto& [x, width] : cores(level.width, side, overlap)) {
            const Rect core{x, y, width, height};
            if (holes.hasHole(core)) {
                tiles.push_back({core.grown(overlap).intersected(level), core});
            }
        }
    }
    return tiles;
}

std::int64_t seenPixels(const std::vector<Tile>& tiles) {
    std::int64_t pixels = 0;
    for (const Tile& tile : tiles) {
        pixels += tile.area.size().area();
    }
    return pixels;
}

} // namespace

std::vector<Tile> planTiles(const at::Tensor& hole, int side, int overlap) {
    const HoleCounter holes(hole);
    std::vector<Tile> best = tiling(holes, side, overlap);
    for (int smaller = side / 2; smaller >= kSmallestSide && smaller > 3 * overlap; smaller /= 2) {
        std::vector<Tile> candidate = tiling(holes, smaller, overlap);
        if (static_cast<double>(seenPixels(candidate)) < kWorthwhile * static_cast<double>(seenPixels(best))) {
            best = std::move(candidate);
        }
    }
    return best;
}

} // namespace palimpsest
