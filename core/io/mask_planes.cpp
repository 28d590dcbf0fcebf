// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/mask_planes.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <vector>

namespace palimpsest {
namespace {

constexpr int kBlack = 32;
constexpr int kWhite = 223;
constexpr int kColourful = 48; ///< spread of the channels
constexpr int kMostClasses = 31;
constexpr int kFewColours = 256;
constexpr int kColourNoise = 32;

std::array<int, 256> histogramOf(const cv::Mat& values) {
    std::array<int, 256> histogram{};
    for (int y = 0; y < values.rows; ++y) {
        std::for_each(values.ptr(y), values.ptr(y) + values.cols, [&](std::uint8_t value) { ++histogram[value]; });
    }
    return histogram;
}

/// Channels in the scale of bytes.
cv::Mat bytesOf(const cv::Mat& channels) {
    double highest = 0;
    cv::minMaxLoc(channels.reshape(1), nullptr, &highest);
    double scale = 1;
    if (channels.depth() == CV_16U) {
        scale = highest <= 255 ? 1 : 255.0 / 65535;
    } else if (channels.depth() == CV_32F) {
        scale = highest > 1 && highest == std::floor(highest) ? 1 : 255;
    }
    cv::Mat bytes;
    channels.convertTo(bytes, CV_8U, scale);
    return bytes;
}

cv::Mat spread(const cv::Mat& colours) {
    std::vector<cv::Mat> channels;
    cv::split(colours, channels);
    const cv::Mat highest = cv::max(channels[0], cv::Mat(cv::max(channels[1], channels[2])));
    const cv::Mat lowest = cv::min(channels[0], cv::Mat(cv::min(channels[1], channels[2])));
    return highest - lowest;
}

int key(const cv::Vec3b& colour) { return colour[0] << 16 | colour[1] << 8 | colour[2]; }

/// Pixels by colour; without the last bits if `coarse`.
std::map<int, int> coloursOf(const cv::Mat& colours, bool coarse) {
    constexpr int kHighBits = 0xF0F0F0;
    std::map<int, int> counts;
    for (int y = 0; y < colours.rows; ++y) {
        for (int x = 0; x < colours.cols; ++x) {
            ++counts[key(colours.at<cv::Vec3b>(y, x)) & (coarse ? kHighBits : 0xFFFFFF)];
        }
    }
    return counts;
}

int mostFrequent(const std::map<int, int>& counts) {
    return std::max_element(counts.begin(), counts.end(), [](auto& a, auto& b) { return a.second < b.second; })->first;
}

std::map<int, int> borderOf(const cv::Mat& colours) {
    std::map<int, int> counts;
    for (const cv::Mat& line : {colours.row(0), colours.row(colours.rows - 1), cv::Mat(colours.col(0)),
                                cv::Mat(colours.col(colours.cols - 1))}) {
        for (const auto& [colour, count] : coloursOf(line, false)) {
            counts[colour] += count;
        }
    }
    return counts;
}

cv::Scalar backgroundOf(const cv::Mat& colours) {
    constexpr double kLeastBlack = 0.05;
    const auto counts = coloursOf(colours, false);
    const auto black = counts.find(0);
    const bool isBlack = black != counts.end() && black->second >= kLeastBlack * static_cast<double>(colours.total());
    const int colour = isBlack ? 0 : mostFrequent(borderOf(colours));
    return {double(colour >> 16), double(colour >> 8 & 255), double(colour & 255)};
}

/// Pixels whose neighbours all have their value.
std::array<int, 256> areasOf(const cv::Mat& values) {
    cv::Mat lowest;
    cv::Mat highest;
    cv::erode(values, lowest, cv::Mat());
    cv::dilate(values, highest, cv::Mat());
    std::array<int, 256> areas{};
    for (int y = 0; y < values.rows; ++y) {
        for (int x = 0; x < values.cols; ++x) {
            if (lowest.at<std::uint8_t>(y, x) == highest.at<std::uint8_t>(y, x)) {
                ++areas[values.at<std::uint8_t>(y, x)];
            }
        }
    }
    return areas;
}

} // namespace

bool MaskPlanes::isBlackAndWhite() const {
    constexpr double kNearly = 0.95;
    const int all = cv::countNonZero(visible);
    const cv::Mat colourless = (spread(colours) < kColourful) & visible;
    const int black = cv::countNonZero((grey < kBlack) & colourless);
    const int white = cv::countNonZero((grey > kWhite) & colourless);
    return black > 0 && white > 0 && black + white >= kNearly * all;
}

bool MaskPlanes::isColourful() const {
    constexpr double kLeast = 0.1;
    const cv::Mat coloured = spread(colours) >= kColourful;
    return cv::countNonZero(coloured) >= kLeast * cv::countNonZero(notBackground(*this)) &&
           cv::countNonZero(coloured) > 0;
}

MaskPlanes maskPlanes(const Image& image) {
    const cv::Mat pixels = cvView(image);
    MaskPlanes planes;
    planes.alpha = cv::Mat(pixels.size(), CV_8U, cv::Scalar(255));
    cv::Mat first = pixels;
    if (image.hasAlpha()) {
        cv::Mat alpha;
        cv::extractChannel(pixels, alpha, image.channels() - 1);
        const double full = alpha.depth() == CV_8U ? 1 : alpha.depth() == CV_16U ? 255.0 / 65535 : 255;
        alpha.convertTo(planes.alpha, CV_8U, full);
        std::vector<cv::Mat> channels;
        cv::split(pixels, channels);
        channels.pop_back();
        cv::merge(channels, first);
    }
    const cv::Mat bytes = bytesOf(first);
    if (bytes.channels() == 1) {
        planes.grey = bytes;
        cv::cvtColor(bytes, planes.colours, cv::COLOR_GRAY2RGB);
    } else {
        planes.colours = bytes;
        cv::cvtColor(bytes, planes.grey, cv::COLOR_RGB2GRAY);
    }
    double lowest = 255;
    double highest = 255;
    cv::minMaxLoc(planes.alpha, &lowest, &highest);
    constexpr double kLeastContrast = 64;
    planes.hasClearPart = highest - lowest >= kLeastContrast;
    planes.visible = planes.hasClearPart ? cv::Mat(planes.alpha > (highest + lowest) / 2)
                                         : cv::Mat(pixels.size(), CV_8U, cv::Scalar(255));
    return planes;
}

cv::Mat largestDifference(const cv::Mat& a, const cv::Mat& b) {
    cv::Mat difference;
    cv::absdiff(a, b, difference);
    std::vector<cv::Mat> channels;
    cv::split(difference, channels);
    return cv::max(channels[0], cv::Mat(cv::max(channels[1], channels[2])));
}

double variation(const cv::Mat& colours, const cv::Mat& where) {
    if (cv::countNonZero(where) == 0) {
        return 0;
    }
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(colours, mean, deviation, where);
    return std::max({deviation[0], deviation[1], deviation[2]});
}

bool looksLikePhotograph(const MaskPlanes& planes) {
    constexpr std::size_t kManyColours = 48;
    constexpr double kMostOfOne = 0.3;
    constexpr double kTexture = 2; // mean size of the second differences, levels; a ramp has none
    const auto counts = coloursOf(planes.colours, true);
    const auto background = counts.at(mostFrequent(counts));
    const cv::Mat middle = (planes.grey >= kBlack) & (planes.grey <= kWhite);
    cv::Mat curvature;
    cv::Laplacian(planes.grey, curvature, CV_32F);
    const bool hasManyColours = counts.size() >= kManyColours;
    const bool isGrey = cv::countNonZero(spread(planes.colours) >= kColourful) == 0;
    const bool isTextured = cv::mean(cv::abs(curvature))[0] > kTexture;
    return background < kMostOfOne * static_cast<double>(planes.grey.total()) &&
           cv::countNonZero(middle) > static_cast<int>(planes.grey.total()) / 2 && isTextured &&
           (hasManyColours || isGrey);
}

bool holdsLabels(const MaskPlanes& planes) {
    constexpr double kArea = 0.25;
    constexpr int kFewLevels = 16;
    const auto histogram = histogramOf(planes.grey);
    const auto areas = areasOf(planes.grey);
    int highest = 0;
    int levels = 0;
    for (int value = 0; value < 256; ++value) {
        if (histogram[static_cast<std::size_t>(value)] > 0) {
            highest = value;
            ++levels;
        }
    }
    if (highest == 0) {
        return false;
    }
    if (highest <= kMostClasses || (highest < 128 && levels <= kFewLevels)) {
        return true;
    }
    // One of the small values fills areas, among few values: a number and not a shade.
    for (std::size_t value = 1; value <= kMostClasses; ++value) {
        if (levels <= 2 * kFewLevels && areas[value] >= std::max(9.0, kArea * histogram[value])) {
            return true;
        }
    }
    return false;
}

cv::Mat notBackground(const MaskPlanes& planes) {
    const bool isLossless = coloursOf(planes.colours, false).size() <= kFewColours;
    double lowest = 0;
    cv::minMaxLoc(planes.grey, &lowest);
    double highest = 0;
    cv::minMaxLoc(planes.colours.reshape(1), nullptr, &highest);
    if (lowest == highest && highest > 0) { // one class fills the picture
        return cv::Mat(planes.grey.size(), CV_8U, cv::Scalar(255));
    }
    const cv::Mat background(planes.colours.size(), CV_8UC3, backgroundOf(planes.colours));
    return largestDifference(planes.colours, background) > (isLossless && highest > 0 ? 0 : kColourNoise);
}

cv::Mat stretched(const MaskPlanes& planes) {
    const auto histogram = histogramOf(planes.grey);
    double lowest = 0;
    double highest = 0;
    cv::minMaxLoc(planes.grey, &lowest, &highest);
    const auto levels = std::count_if(histogram.begin(), histogram.end(), [](int count) { return count > 0; });
    return levels == 2 && lowest > 0 ? cv::Mat(planes.grey == highest) : planes.grey.clone();
}

} // namespace palimpsest
