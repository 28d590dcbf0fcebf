// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/frequency_fill.h"

#include "core/base/error.h"

#include <opencv2/imgproc.hpp>
#include <opencv2/xphoto.hpp>

#include <algorithm>

namespace palimpsest {
namespace {

/// The library's largest block. It leaves a rest of the picture that is no whole block unfilled.
constexpr int kBlock = 16;
/// Each of its rounds looks at all blocks again, so that its time grows with the square of the picture: it gets tiles
/// of this side ...
constexpr int kTile = 192;
/// ... with this much around them (its windows have a side of 64).
constexpr int kSurroundings = 32;

cv::Rect grown(const cv::Rect& area, int margin, cv::Size limits) {
    return cv::Rect(area.x - margin, area.y - margin, area.width + 2 * margin, area.height + 2 * margin) &
           cv::Rect({}, limits);
}

/// Mirrored to the right and below up to whole blocks.
cv::Mat padded(const cv::Mat& matrix) {
    cv::Mat larger;
    const auto rest = [](int side) { return (kBlock - side % kBlock) % kBlock; };
    cv::copyMakeBorder(matrix, larger, 0, rest(matrix.rows), 0, rest(matrix.cols), cv::BORDER_REFLECT);
    return larger;
}

/// Fills `tile` of `picture` (CV_8U) from what is known around it, and marks it as known.
void fillTile(cv::Mat& picture, cv::Mat& hole, const cv::Rect& tile, int quality) {
    const cv::Rect window = grown(tile, kSurroundings, hole.size());
    cv::Mat filled;
    // The library's mask is the other way round: 0 is what is missing.
    cv::xphoto::inpaint(padded(picture(window)), padded(hole(window) == 0), filled, quality);
    const cv::Mat part = filled(tile - window.tl());
    part.copyTo(picture(tile), hole(tile));
    hole(tile) = 0;
}

std::vector<cv::Rect> tilesWithHoles(const cv::Mat& hole) {
    std::vector<cv::Rect> tiles;
    for (int y = 0; y < hole.rows; y += kTile) {
        for (int x = 0; x < hole.cols; x += kTile) {
            const cv::Rect tile = cv::Rect(x, y, kTile, kTile) & cv::Rect({}, hole.size());
            if (cv::countNonZero(hole(tile)) > 0) {
                tiles.push_back(tile);
            }
        }
    }
    return tiles;
}

/// The tile with the largest share of known pixels in its window, taken out of the list.
cv::Rect takeBestKnown(std::vector<cv::Rect>& tiles, const cv::Mat& hole) {
    const auto missing = [&](const cv::Rect& tile) {
        const cv::Mat window = hole(grown(tile, kSurroundings, hole.size()));
        return static_cast<double>(cv::countNonZero(window)) / static_cast<double>(window.total());
    };
    const auto best = std::ranges::min_element(tiles, {}, missing);
    const cv::Rect tile = *best;
    tiles.erase(best);
    return tile;
}

void fill(std::vector<cv::Mat>& planes, const cv::Mat& given, int quality, const std::stop_token& stop) {
    cv::Mat picture;
    cv::merge(planes, picture);
    picture.convertTo(picture, CV_8U, 255);
    cv::Mat hole = given.clone();
    for (std::vector<cv::Rect> tiles = tilesWithHoles(hole); !tiles.empty();) {
        if (stop.stop_requested()) {
            throw Cancelled();
        }
        fillTile(picture, hole, takeBestKnown(tiles, hole), quality);
    }
    picture.convertTo(picture, CV_32F, 1 / 255.0);
    cv::split(picture, planes);
}

} // namespace

void fillByFrequencies(std::vector<cv::Mat>& planes, const cv::Mat& hole, const std::stop_token& stop) {
    fill(planes, hole, cv::xphoto::INPAINT_FSR_FAST, stop);
}

void fillByFrequenciesThoroughly(std::vector<cv::Mat>& planes, const cv::Mat& hole, const std::stop_token& stop) {
    fill(planes, hole, cv::xphoto::INPAINT_FSR_BEST, stop);
}

} // namespace palimpsest
