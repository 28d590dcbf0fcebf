// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/mask.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/image/cv_view.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace palimpsest {
namespace {

/// Soft masks are grown level by level; more levels than these are merged.
constexpr std::size_t kMostLevels = 16;
/// Distances are float32: a pixel exactly on the radius counts as inside.
constexpr double kRoundingSlack = 1e-4;

/// The different values above 0, ascending, thinned evenly to `kMostLevels`, lowest and highest among them.
std::vector<int> levelsOf(const cv::Mat& values) {
    std::array<bool, 256> present{};
    for (int y = 0; y < values.rows; ++y) {
        std::for_each(values.ptr(y), values.ptr(y) + values.cols, [&](std::uint8_t value) { present[value] = true; });
    }
    std::vector<int> all;
    for (int value = 1; value < 256; ++value) {
        if (present[value]) {
            all.push_back(value);
        }
    }
    if (all.size() <= kMostLevels) {
        return all;
    }
    std::vector<int> some;
    for (std::size_t i = 0; i < kMostLevels; ++i) {
        some.push_back(all[i * (all.size() - 1) / (kMostLevels - 1)]);
    }
    return some;
}

/// Distance in pixels from each pixel's centre to the nearest pixel that is not 0 in `seeds` (CV_8U); huge without one.
cv::Mat distanceTo(const cv::Mat& seeds) {
    cv::Mat distance;
    cv::distanceTransform(seeds == 0, distance, cv::DIST_L2, cv::DIST_MASK_PRECISE, CV_32F);
    return distance;
}

/// Grey dilation by a disc: the highest value within `radius`.
void dilate(cv::Mat values, double radius) {
    const cv::Mat before = values.clone();
    for (const int level : levelsOf(before)) {
        const cv::Mat reached = distanceTo(before >= level) <= radius + kRoundingSlack;
        cv::max(values, reached & level, values);
    }
}

/// The rectangle around `area` that growth by `radius` can reach.
Rect reachOf(const Rect& area, double radius, Size size) {
    const int margin = static_cast<int>(std::min(std::ceil(radius), double(std::max(size.width, size.height))));
    return area.grown(margin).intersected({0, 0, size.width, size.height});
}

cv::Rect cvRect(const Rect& area) { return {area.x, area.y, area.width, area.height}; }

Mask dilated(const Mask& mask, double radius) {
    Mask result = mask;
    const Rect area = mask.bounds();
    if (!area.isEmpty()) {
        dilate(cvView(result)(cvRect(reachOf(area, radius, mask.size()))), radius);
    }
    return result;
}

void requireEqualSizes(const Mask& a, const Mask& b) {
    if (a.size() != b.size()) {
        throw Bug("masks of different sizes cannot be combined");
    }
}

} // namespace

Mask::Mask(Size size, std::uint8_t value) : size_(size), values_(static_cast<std::size_t>(size.area()), value) {}

Mask::Mask(Size size, std::vector<std::uint8_t> values) : size_(size), values_(std::move(values)) {
    if (values_.size() != static_cast<std::size_t>(size.area())) {
        throw Bug("a mask needs one byte per pixel");
    }
}

Rect Mask::bounds() const {
    Rect area;
    for (int y = 0; y < height(); ++y) {
        const std::span line(row(y), static_cast<std::size_t>(width()));
        const auto first = std::find_if(line.begin(), line.end(), [](auto value) { return value > 0; });
        if (first != line.end()) {
            const auto last = std::find_if(line.rbegin(), line.rend(), [](auto value) { return value > 0; });
            const int left = static_cast<int>(first - line.begin());
            area = area.united({left, y, static_cast<int>(line.rend() - last) - left, 1});
        }
    }
    return area;
}

std::int64_t Mask::coveredPixels() const {
    return std::count_if(values_.begin(), values_.end(), [](std::uint8_t value) { return value > 0; });
}

Mask inverted(const Mask& mask) {
    std::vector<std::uint8_t> values(mask.values().begin(), mask.values().end());
    std::ranges::for_each(values, [](std::uint8_t& value) { value = static_cast<std::uint8_t>(255 - value); });
    return {mask.size(), std::move(values)};
}

Mask grown(const Mask& mask, double radius) {
    if (mask.isNull() || radius == 0) {
        return mask;
    }
    return radius > 0 ? dilated(mask, radius) : inverted(dilated(inverted(mask), -radius));
}

Mask feathered(const Mask& mask, double radius) {
    const Rect area = mask.bounds();
    if (area.isEmpty() || !(radius > 0)) {
        return mask;
    }
    Mask result = mask;
    cv::Mat values = cvView(result)(cvRect(reachOf(area, radius + 1, mask.size())));
    double highest = 0;
    cv::minMaxLoc(values, nullptr, &highest);
    const cv::Mat inside = values * 2 >= highest;
    const cv::Mat toInside = distanceTo(inside);
    const cv::Mat toOutside = distanceTo(~inside);
    for (int y = 0; y < values.rows; ++y) {
        for (int x = 0; x < values.cols; ++x) {
            // The outline runs half-way between the centres of pixels inside and outside.
            const double depth =
                inside.at<std::uint8_t>(y, x) ? toOutside.at<float>(y, x) - 0.5 : 0.5 - toInside.at<float>(y, x);
            const double ramp = std::clamp(0.5 + depth / (2 * radius), 0.0, 1.0);
            values.at<std::uint8_t>(y, x) = cv::saturate_cast<std::uint8_t>(highest * ramp * ramp * (3 - 2 * ramp));
        }
    }
    return result;
}

Mask united(const Mask& a, const Mask& b) {
    requireEqualSizes(a, b);
    std::vector<std::uint8_t> values(a.values().size());
    std::ranges::transform(a.values(), b.values(), values.begin(), [](auto x, auto y) { return std::max(x, y); });
    return {a.size(), std::move(values)};
}

Mask subtracted(const Mask& a, const Mask& b) {
    requireEqualSizes(a, b);
    std::vector<std::uint8_t> values(a.values().size());
    std::ranges::transform(a.values(), b.values(), values.begin(),
                           [](std::uint8_t x, std::uint8_t y) { return std::min<std::uint8_t>(x, 255 - y); });
    return {a.size(), std::move(values)};
}

std::string contentHash(const Mask& mask) {
    const std::string header = "mask " + std::to_string(mask.width()) + " " + std::to_string(mask.height()) + "\n";
    Sha256 hash;
    hash.update(std::as_bytes(std::span(header)));
    hash.update(std::as_bytes(mask.values()));
    return hash.hexDigest();
}

} // namespace palimpsest
