// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmarks/damage.h"

#include "core/base/random_seed.h"

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <random>

namespace palimpsest {
namespace {

using Random = std::mt19937_64;

/// Uniform in [low, high): std's distributions differ between libraries, this does not.
double uniform(Random& random, double low, double high) {
    return low + (high - low) * static_cast<double>(random() >> 11) * 0x1p-53;
}

cv::Mat viewOf(Mask& mask) { return {mask.height(), mask.width(), CV_8U, mask.row(0)}; }

/// A slowly turning curve of 1 to 3 pixels width (on 256), as a hair or a scratch on film leaves.
void addScratch(Mask& mask, std::uint64_t seed) {
    Random random(seed);
    const double scale = std::max(mask.width(), mask.height()) / 256.0;
    double x = uniform(random, 0, mask.width());
    double y = uniform(random, 0, mask.height());
    double angle = uniform(random, 0, 2 * CV_PI);
    const int width = std::max(1, static_cast<int>(std::lround(scale * uniform(random, 1, 3.5))));
    const int steps = static_cast<int>(uniform(random, 20, 60));
    cv::Mat canvas = viewOf(mask);
    for (int i = 0; i < steps; ++i) {
        angle += uniform(random, -0.25, 0.25);
        const double nextX = x + 5 * scale * std::cos(angle);
        const double nextY = y + 5 * scale * std::sin(angle);
        cv::line(canvas, cv::Point(cvRound(x), cvRound(y)), cv::Point(cvRound(nextX), cvRound(nextY)), cv::Scalar(255),
                 width);
        x = nextX;
        y = nextY;
    }
}

/// A line of letters, as a date stamp or a caption.
void addText(Mask& mask, std::uint64_t seed) {
    Random random(seed);
    const double scale = std::max(mask.width(), mask.height()) / 256.0;
    std::string line;
    for (int i = 0; i < 14; ++i) {
        const double pick = uniform(random, 0, 36);
        line += i % 6 == 5
                    ? ' '
                    : static_cast<char>(pick < 26 ? 'A' + static_cast<int>(pick) : '0' + static_cast<int>(pick - 26));
    }
    const cv::Point at(cvRound(uniform(random, -0.2, 0.5) * mask.width()),
                       cvRound(uniform(random, 0.05, 1.0) * mask.height()));
    cv::Mat canvas = viewOf(mask);
    cv::putText(canvas, line, at, cv::FONT_HERSHEY_SIMPLEX, scale * uniform(random, 0.6, 1.0), cv::Scalar(255),
                std::max(1, static_cast<int>(std::lround(2 * scale))));
}

/// A patch with a wavy rim, 12 to 30 pixels in radius (on 256).
void addBlob(Mask& mask, std::uint64_t seed) {
    Random random(seed);
    const double scale = std::max(mask.width(), mask.height()) / 256.0;
    const double centreX = uniform(random, 0, mask.width());
    const double centreY = uniform(random, 0, mask.height());
    const double radius = scale * uniform(random, 12, 30);
    const double phase[3] = {uniform(random, 0, 6.28), uniform(random, 0, 6.28), uniform(random, 0, 6.28)};
    std::vector<cv::Point> outline;
    for (int i = 0; i < 64; ++i) {
        const double angle = i * 2 * CV_PI / 64;
        const double wave = 1 + 0.2 * std::sin(2 * angle + phase[0]) + 0.12 * std::sin(3 * angle + phase[1]) +
                            0.08 * std::sin(5 * angle + phase[2]);
        outline.emplace_back(cvRound(centreX + radius * wave * std::cos(angle)),
                             cvRound(centreY + radius * wave * std::sin(angle)));
    }
    cv::Mat canvas = viewOf(mask);
    cv::fillPoly(canvas, std::vector<std::vector<cv::Point>>{outline}, cv::Scalar(255));
}

} // namespace

const std::vector<DamageKind>& damageKinds() {
    static const std::vector<DamageKind> kinds{
        {"scratches", 0.05, addScratch}, {"text", 0.10, addText}, {"blobs", 0.15, addBlob}};
    return kinds;
}

std::vector<std::string> damageIds() {
    std::vector<std::string> ids;
    for (const DamageKind& kind : damageKinds()) {
        ids.push_back(kind.id);
    }
    return ids;
}

Mask damageMask(const DamageKind& kind, Size size, std::uint64_t seed) {
    Mask mask(size);
    const auto wanted = static_cast<std::int64_t>(std::llround(kind.share * static_cast<double>(size.area())));
    for (std::uint64_t piece = 0; mask.coveredPixels() < wanted; ++piece) {
        kind.add(mask, streamSeed(seed, kind.id, piece));
    }
    return mask;
}

} // namespace palimpsest
