// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/mask_cleaning.h"

#include "core/image/cv_view.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace palimpsest {
namespace {

/// Values up to here may be noise on black; rings around strokes in JPEG of usual quality stay below.
constexpr int kNoiseReach = 48;
/// Noise is assumed from so many pixels on, and from that share of them that are no part of a slope.
constexpr int kFewestNoisy = 16;
constexpr double kLeastRoughness = 0.15;
/// What of a noisy mask does not reach this is a speck.
constexpr int kSpeckPeak = 96;
/// Black and white where the width of a ramp is measured.
constexpr int kBlack = 16;
constexpr int kWhite = 239;
/// A pixel whose neighbourhood of this side reaches neither black nor white lies in a wide ramp.
constexpr int kRampWindow = 5;
constexpr double kLeastSoftShare = 0.05;
constexpr int kFewestSoft = 4;

cv::Mat window() { return cv::getStructuringElement(cv::MORPH_RECT, {kRampWindow, kRampWindow}); }

bool isTurn(int before, int here, int after) { return (here - before) * (after - here) < 0; }

/// Whether the dark areas away from any outline hold scattered values instead of slopes.
bool hasNoiseOnBlack(const cv::Mat& values) {
    cv::Mat highest;
    cv::dilate(values, highest, window());
    std::int64_t faint = 0;
    std::int64_t rough = 0;
    for (int y = 1; y + 1 < values.rows; ++y) {
        for (int x = 1; x + 1 < values.cols; ++x) {
            const int here = values.at<std::uint8_t>(y, x);
            if (here == 0 || highest.at<std::uint8_t>(y, x) > kNoiseReach) {
                continue;
            }
            ++faint;
            rough += isTurn(values.at<std::uint8_t>(y, x - 1), here, values.at<std::uint8_t>(y, x + 1)) ||
                     isTurn(values.at<std::uint8_t>(y - 1, x), here, values.at<std::uint8_t>(y + 1, x));
        }
    }
    return faint >= kFewestNoisy && static_cast<double>(rough) > kLeastRoughness * static_cast<double>(faint);
}

struct Island {
    int pixels = 0;
    int soft = 0;
    int peak = 0;
};

/// Islands of the pixels that `members` marks; entry 0 is the rest.
std::vector<Island> islandsOf(const cv::Mat& members, const cv::Mat& values, const cv::Mat& soft, cv::Mat& labels) {
    std::vector<Island> islands(static_cast<std::size_t>(cv::connectedComponents(members, labels, 8, CV_32S)));
    for (int y = 0; y < labels.rows; ++y) {
        for (int x = 0; x < labels.cols; ++x) {
            Island& island = islands[static_cast<std::size_t>(labels.at<int>(y, x))];
            ++island.pixels;
            island.soft += soft.at<std::uint8_t>(y, x) != 0;
            island.peak = std::max(island.peak, int(values.at<std::uint8_t>(y, x)));
        }
    }
    return islands;
}

void removeNoise(cv::Mat& values) {
    values.setTo(0, values < kNoiseReach);
    values.setTo(255, values > 255 - kNoiseReach);
    cv::Mat labels;
    const auto islands = islandsOf(values > 0, values, cv::Mat::zeros(values.size(), CV_8U), labels);
    for (int y = 0; y < values.rows; ++y) {
        for (int x = 0; x < values.cols; ++x) {
            const int label = labels.at<int>(y, x);
            if (label > 0 && islands[static_cast<std::size_t>(label)].peak < kSpeckPeak) {
                values.at<std::uint8_t>(y, x) = 0;
            }
        }
    }
}

/// Marks the grey islands that hold no wide ramp; true if there was one.
bool markRims(cv::Mat& values) {
    const cv::Mat grey = (values > 0) & (values < 255);
    cv::Mat lowest;
    cv::Mat highest;
    cv::erode(values, lowest, window());
    cv::dilate(values, highest, window());
    const cv::Mat soft = grey & (lowest > kBlack) & (highest < kWhite);
    cv::Mat labels;
    const auto islands = islandsOf(grey, values, soft, labels);
    bool hadRim = false;
    for (int y = 0; y < values.rows; ++y) {
        for (int x = 0; x < values.cols; ++x) {
            const int label = labels.at<int>(y, x);
            const Island& island = islands[static_cast<std::size_t>(label)];
            const bool isSoft = island.soft >= kFewestSoft && island.soft >= kLeastSoftShare * island.pixels;
            if (label > 0 && !isSoft) {
                values.at<std::uint8_t>(y, x) = 255;
                hadRim = true;
            }
        }
    }
    return hadRim;
}

} // namespace

CleanedMask cleaned(const Mask& mask) {
    CleanedMask result{.mask = mask};
    if (mask.isNull()) {
        return result;
    }
    cv::Mat values = cvView(result.mask);
    result.hadNoise = hasNoiseOnBlack(values) || hasNoiseOnBlack(~values);
    if (result.hadNoise) {
        removeNoise(values);
    }
    result.hadRim = markRims(values);
    return result;
}

} // namespace palimpsest
