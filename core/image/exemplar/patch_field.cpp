// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/exemplar/patch_field.h"

#include "core/base/error.h"
#include "core/base/random_stream.h"
#include "core/image/exemplar/patch_kernels.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <limits>

namespace palimpsest {
namespace {

/// Rows that one thread searches; matches of other strips are taken from the round before.
constexpr int kStripRows = 32;

/// Middles whose whole patch lies inside of the picture.
cv::Mat middles(cv::Size size) {
    cv::Mat inside = cv::Mat::zeros(size, CV_8U);
    const cv::Rect whole(kPatchRadius, kPatchRadius, size.width - 2 * kPatchRadius, size.height - 2 * kPatchRadius);
    if (whole.width > 0 && whole.height > 0) {
        inside(whole) = 255;
    }
    return inside;
}

cv::Mat grown(const cv::Mat& mask) {
    cv::Mat result;
    cv::dilate(mask, result, cv::getStructuringElement(cv::MORPH_RECT, {kPatchSide, kPatchSide}), {-1, -1}, 1,
               cv::BORDER_CONSTANT, 0);
    return result;
}

} // namespace

PatchField::PatchField(const cv::Mat& hole, const cv::Mat& sources)
    : matches_(hole.size(), CV_32SC2, cv::Scalar::all(-1)), distances_(hole.size(), CV_32F, cv::Scalar(0)) {
    const cv::Mat inside = middles(hole.size());
    targets_ = inside & grown(hole > 0);
    sources_ = inside & ~grown((hole > 0) | (sources == 0));
    cv::findNonZero(sources_, sourcePlaces_);
}

bool PatchField::isSource(const cv::Point& place) const {
    return place.x >= 0 && place.y >= 0 && place.x < sources_.cols && place.y < sources_.rows &&
           sources_.at<std::uint8_t>(place) > 0;
}

void PatchField::scatter(std::uint64_t seed) {
    RandomStream random(seed);
    for (int y = 0; y < targets_.rows; ++y) {
        for (int x = 0; x < targets_.cols; ++x) {
            if (isTarget(x, y)) {
                matches_.at<cv::Point>(y, x) = sourcePlaces_[random.below(static_cast<int>(sourcePlaces_.size()))];
            }
        }
    }
}

void PatchField::refine(const PatchField& coarse, std::uint64_t seed) {
    scatter(seed);
    for (int y = 0; y < targets_.rows; ++y) {
        for (int x = 0; x < targets_.cols; ++x) {
            const cv::Point half(std::min(x / 2, coarse.targets_.cols - 1), std::min(y / 2, coarse.targets_.rows - 1));
            if (!isTarget(x, y) || !coarse.isTarget(half.x, half.y)) {
                continue;
            }
            const cv::Point place = coarse.match(half.x, half.y) * 2 + cv::Point(x - 2 * half.x, y - 2 * half.y);
            if (isSource(place)) {
                matches_.at<cv::Point>(y, x) = place;
            }
            distances_.at<float>(y, x) = coarse.distance(half.x, half.y);
        }
    }
}

void PatchField::search(const cv::Mat& features, int rounds, std::uint64_t seed, const std::stop_token& stop) {
    cv::parallel_for_({0, targets_.rows}, [&](const cv::Range& rows) {
        for (int y = rows.start; y < rows.end; ++y) {
            for (int x = 0; x < targets_.cols; ++x) {
                if (isTarget(x, y)) {
                    distances_.at<float>(y, x) = std::numeric_limits<float>::infinity();
                    improve(features, {x, y}, match(x, y));
                }
            }
        }
    });
    for (int round = 0; round < rounds; ++round) {
        searchRound(features, round, seed + static_cast<std::uint64_t>(round), stop);
    }
}

void PatchField::searchRound(const cv::Mat& features, int round, std::uint64_t seed, const std::stop_token& stop) {
    matches_.copyTo(before_);
    const int strips = (targets_.rows + kStripRows - 1) / kStripRows;
    cv::parallel_for_({0, strips}, [&](const cv::Range& range) {
        for (int strip = range.start; strip < range.end && !stop.stop_requested(); ++strip) {
            const cv::Range rows(strip * kStripRows, std::min((strip + 1) * kStripRows, targets_.rows));
            RandomStream random(seed * 0x100000001b3U + static_cast<std::uint64_t>(strip));
            if (round % 2 == 0) {
                searchStrip<1>(features, rows, random);
            } else {
                searchStrip<-1>(features, rows, random);
            }
        }
    });
    if (stop.stop_requested()) {
        throw Cancelled();
    }
}

/// kStep: 1 from the upper left to the lower right, -1 back.
template <int kStep>
void PatchField::searchStrip(const cv::Mat& features, const cv::Range& rows, RandomStream& random) {
    const int largest = std::max(features.cols, features.rows) / 2;
    for (int i = 0; i < rows.size(); ++i) {
        const int y = kStep > 0 ? rows.start + i : rows.end - 1 - i;
        for (int j = 0; j < features.cols; ++j) {
            const int x = kStep > 0 ? j : features.cols - 1 - j;
            if (!isTarget(x, y)) {
                continue;
            }
            const cv::Point target(x, y);
            for (const cv::Point& step : {cv::Point(kStep, 0), cv::Point(0, kStep)}) {
                const cv::Point neighbour = target - step;
                if (neighbour.x >= 0 && neighbour.y >= 0 && neighbour.x < features.cols &&
                    neighbour.y < features.rows && isTarget(neighbour.x, neighbour.y)) {
                    const bool isOwn = neighbour.y >= rows.start && neighbour.y < rows.end;
                    improve(features, target, (isOwn ? matches_ : before_).at<cv::Point>(neighbour) + step);
                }
            }
            for (int reach = largest; reach >= 1; reach /= 2) {
                const cv::Point best = match(x, y);
                const int dx = random.between(-reach, reach);
                const int dy = random.between(-reach, reach);
                improve(features, target, best + cv::Point(dx, dy));
            }
        }
    }
}

void PatchField::improve(const cv::Mat& features, const cv::Point& target, const cv::Point& candidate) {
    if (!isSource(candidate)) {
        return;
    }
    const auto stride = static_cast<std::ptrdiff_t>(features.step1());
    const int channels = features.channels();
    const auto first = [&](const cv::Point& middle) {
        return features.ptr<float>(middle.y - kPatchRadius) +
               static_cast<std::ptrdiff_t>(middle.x - kPatchRadius) * channels;
    };
    float& best = distances_.at<float>(target);
    const float distance = patchDistance(first(target), first(candidate), stride, channels * kPatchSide, best);
    if (distance < best) {
        best = distance;
        matches_.at<cv::Point>(target) = candidate;
    }
}

} // namespace palimpsest
