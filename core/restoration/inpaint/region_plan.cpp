// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/inpaint/region_plan.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace palimpsest {
namespace {

/// Islands are grouped on a grid of this pitch, so that thousands of specks cost no more than one.
constexpr int kCell = 16;

cv::Mat occupiedCells(const Mask& mask) {
    cv::Mat cells = cv::Mat::zeros((mask.height() + kCell - 1) / kCell, (mask.width() + kCell - 1) / kCell, CV_8U);
    for (int y = 0; y < mask.height(); ++y) {
        const std::uint8_t* row = mask.row(y);
        std::uint8_t* cell = cells.ptr(y / kCell);
        for (int x = 0; x < mask.width(); ++x) {
            if (row[x] > 0) {
                cell[x / kCell] = 255;
            }
        }
    }
    return cells;
}

Rect boundsWithin(const Mask& mask, const Rect& cells) {
    Rect bounds;
    const Rect area = Rect{cells.x * kCell, cells.y * kCell, cells.width * kCell, cells.height * kCell}.intersected(
        {0, 0, mask.width(), mask.height()});
    for (int y = area.y; y < area.bottom(); ++y) {
        const std::uint8_t* row = mask.row(y);
        for (int x = area.x; x < area.right(); ++x) {
            if (row[x] > 0) {
                bounds = bounds.united({x, y, 1, 1});
                const std::uint8_t* last = row + area.right();
                while (last > row + x && last[-1] == 0) {
                    --last;
                }
                bounds = bounds.united({static_cast<int>(last - row) - 1, y, 1, 1});
                break;
            }
        }
    }
    return bounds;
}

/// Unites rectangles until none overlaps another.
void uniteOverlapping(std::vector<Rect>& areas) {
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i < areas.size(); ++i) {
            for (std::size_t j = areas.size() - 1; j > i; --j) {
                if (!areas[i].intersected(areas[j]).isEmpty()) {
                    areas[i] = areas[i].united(areas[j]);
                    areas.erase(areas.begin() + static_cast<std::ptrdiff_t>(j));
                    changed = true;
                }
            }
        }
    }
}

Region describe(const Mask& mask, const Rect& area) {
    cv::Mat hole(area.height + 2, area.width + 2, CV_8U, cv::Scalar(0));
    std::int64_t covered = 0;
    for (int y = 0; y < area.height; ++y) {
        const std::uint8_t* row = mask.row(area.y + y) + area.x;
        std::uint8_t* target = hole.ptr(y + 1) + 1;
        for (int x = 0; x < area.width; ++x) {
            target[x] = row[x] > 0 ? 255 : 0;
            covered += row[x] > 0 ? 1 : 0;
        }
    }
    const bool hasKnown = covered < area.size().area();
    // Beyond the picture nothing is known: a hole that touches the border is as deep there as if it went on.
    if (hasKnown) {
        cv::copyMakeBorder(hole(cv::Rect(1, 1, area.width, area.height)).clone(), hole, 1, 1, 1, 1,
                           cv::BORDER_REPLICATE);
    }
    cv::Mat distance;
    cv::distanceTransform(hole, distance, cv::DIST_L2, cv::DIST_MASK_5);
    double radius = 0;
    cv::minMaxLoc(distance, nullptr, &radius);
    return {area, {radius, covered}, hasKnown};
}

std::vector<Region> regionsOf(const Mask& mask, std::vector<Rect> areas) {
    uniteOverlapping(areas);
    std::vector<Region> regions;
    for (const Rect& area : areas) {
        regions.push_back(describe(mask, area));
    }
    return regions;
}

} // namespace

std::vector<Region> planRegions(const Mask& mask, int context) {
    if (mask.isNull()) {
        return {};
    }
    cv::Mat cells = occupiedCells(mask);
    const int reach = (context + kCell - 1) / kCell;
    cv::Mat joined;
    cv::dilate(cells, joined, cv::getStructuringElement(cv::MORPH_RECT, {2 * reach + 1, 2 * reach + 1}));
    cv::Mat labels;
    cv::Mat statistics;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(joined, labels, statistics, centres, 8);
    std::vector<Rect> areas;
    for (int label = 1; label < count; ++label) {
        const int* s = statistics.ptr<int>(label);
        const Rect bounds =
            boundsWithin(mask, {s[cv::CC_STAT_LEFT], s[cv::CC_STAT_TOP], s[cv::CC_STAT_WIDTH], s[cv::CC_STAT_HEIGHT]});
        areas.push_back(bounds.grown(context).intersected({0, 0, mask.width(), mask.height()}));
    }
    return regionsOf(mask, std::move(areas));
}

std::vector<Region> grownRegions(const Mask& mask, const std::vector<Region>& regions, const std::vector<int>& more) {
    std::vector<Rect> areas;
    for (std::size_t i = 0; i < regions.size(); ++i) {
        areas.push_back(regions[i].area.grown(more[i]).intersected({0, 0, mask.width(), mask.height()}));
    }
    return regionsOf(mask, std::move(areas));
}

} // namespace palimpsest
