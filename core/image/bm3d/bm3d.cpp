// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/bm3d/bm3d.h"

#include "core/base/error.h"
#include "core/image/bm3d/block_kernels.h"
#include "core/image/bm3d/block_matching.h"
#include "core/image/bm3d/block_transform.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <bit>
#include <cmath>

namespace palimpsest {
namespace {

using Planes = std::vector<cv::Mat>;

constexpr int kStep = 3;   ///< px between reference blocks
constexpr int kReach = 19; ///< px
constexpr float kThreshold = 2.7F;
/// Rows of reference blocks that one thread works on. Blocks of the strip after the next one are out of its reach.
constexpr int kStripRows = 48;
static_assert(kStripRows >= 2 * kReach + kBlockSide);
constexpr double kMuchNoise = 40.0 / 255;

/// Where reference blocks begin: at every third pixel, and at the last one that has room.
std::vector<int> referencePlaces(int side) {
    std::vector<int> places;
    for (int place = 0; place < side - kBlockSide; place += kStep) {
        places.push_back(place);
    }
    places.push_back(side - kBlockSide);
    return places;
}

/// What one stage knows and makes: one plane of each for every colour.
struct Stage {
    Planes noisy;
    Planes pilot; ///< empty in the first stage
    Planes sums;
    Planes weights;
    float sigma = 0;
    BlockMatchSettings matching;

    const cv::Mat& matchedPlane() const { return (pilot.empty() ? noisy : pilot).front(); }
    const BlockTransform& transform() const { return pilot.empty() ? splineWavelet() : cosineTransform(); }
};

const float* pixelsAt(const cv::Mat& plane, const MatchedBlock& block) { return plane.ptr<float>(block.y) + block.x; }

void spectraOf(const cv::Mat& plane, const BlockGroup& group, int count, const BlockTransform& transform,
               std::vector<float>& spectra) {
    for (int i = 0; i < count; ++i) {
        blockSpectrum(pixelsAt(plane, group[i]), static_cast<std::ptrdiff_t>(plane.step1()), transform,
                      spectra.data() + static_cast<std::ptrdiff_t>(i) * kBlockArea);
    }
}

/// Filters the groups of one reference row after another. For one thread.
class GroupFilter {
public:
    explicit GroupFilter(Stage& stage)
        : stage_(stage), spectra_(static_cast<std::size_t>(stage.matching.most) * kBlockArea), pilot_(spectra_.size()) {
    }

    void filter(const BlockGroup& group) {
        const auto count = static_cast<int>(std::bit_floor(group.size()));
        for (std::size_t plane = 0; plane < stage_.noisy.size(); ++plane) {
            spectraOf(stage_.noisy[plane], group, count, stage_.transform(), spectra_);
            add(plane, group, count, filtered(plane, group, count));
        }
    }

private:
    /// Filters the spectra; returns the weight of the group: one over the variance that the noise keeps, in its units.
    float filtered(std::size_t plane, const BlockGroup& group, int count) {
        const float sigma = stage_.sigma;
        if (stage_.pilot.empty()) {
            const int kept = thresholdGroup(spectra_.data(), count, kThreshold * sigma);
            return 1.0F / static_cast<float>(std::max(1, kept));
        }
        spectraOf(stage_.pilot[plane], group, count, stage_.transform(), pilot_);
        const float squares = wienerGroup(spectra_.data(), pilot_.data(), count, sigma * sigma);
        return 1.0F / std::max(1e-6F, squares);
    }

    void add(std::size_t plane, const BlockGroup& group, int count, float weight) {
        cv::Mat& sums = stage_.sums[plane];
        cv::Mat& weights = stage_.weights[plane];
        for (int i = 0; i < count; ++i) {
            const MatchedBlock& block = group[i];
            addBlock(spectra_.data() + static_cast<std::ptrdiff_t>(i) * kBlockArea, stage_.transform(), weight,
                     {sums.ptr<float>(block.y) + block.x, weights.ptr<float>(block.y) + block.x,
                      static_cast<std::ptrdiff_t>(sums.step1())});
        }
    }

    Stage& stage_;
    std::vector<float> spectra_;
    std::vector<float> pilot_;
};

/// Strips of the same parity do not touch each other's pixels: any number of threads adds in the same order.
void run(Stage& stage, const std::stop_token& stop) {
    const cv::Mat& plane = stage.matchedPlane();
    const std::vector<int> rows = referencePlaces(plane.rows);
    const std::vector<int> columns = referencePlaces(plane.cols);
    const int strips = (plane.rows + kStripRows - 1) / kStripRows;
    const auto workOn = [&](int strip) {
        BlockMatcher matcher(plane, columns, stage.matching);
        GroupFilter filter(stage);
        for (const int y : rows) {
            if (y / kStripRows != strip || stop.stop_requested()) {
                continue;
            }
            for (const BlockGroup& group : matcher.groups(y)) {
                filter.filter(group);
            }
        }
    };
    for (int parity = 0; parity < 2; ++parity) {
        cv::parallel_for_({0, (strips - parity + 1) / 2}, [&](const cv::Range& range) {
            for (int i = range.start; i < range.end; ++i) {
                workOn(2 * i + parity);
            }
        });
    }
    if (stop.stop_requested()) {
        throw Cancelled();
    }
}

Planes zeros(const Planes& planes) {
    Planes result;
    for (const cv::Mat& plane : planes) {
        result.push_back(cv::Mat::zeros(plane.size(), CV_32F));
    }
    return result;
}

/// Mean squared differences in units of [0,1] that blocks of one group may have; of the opponent luminance, which is
/// sqrt(3) times a mean of colours, three times that.
float largestDistance(double sigma, bool isPilotThere, std::size_t planes) {
    const double levels = sigma <= kMuchNoise ? (isPilotThere ? 400 : 3000) : (isPilotThere ? 3500 : 25000);
    return static_cast<float>(levels / (255.0 * 255.0) * (planes == 3 ? 3 : 1));
}

Planes stageResult(const Planes& noisy, const Planes& pilot, double sigma, const std::stop_token& stop) {
    const bool isPilotThere = !pilot.empty();
    Stage stage{.noisy = noisy,
                .pilot = pilot,
                .sums = zeros(noisy),
                .weights = zeros(noisy),
                .sigma = static_cast<float>(sigma),
                .matching = {.reach = kReach,
                             .most = isPilotThere ? 32 : 16,
                             .largestDistance = largestDistance(sigma, isPilotThere, noisy.size())}};
    run(stage, stop);
    for (std::size_t i = 0; i < noisy.size(); ++i) {
        cv::divide(stage.sums[i], stage.weights[i], stage.sums[i]);
    }
    return stage.sums;
}

/// Orthonormal: luminance, red against blue, green against both.
const cv::Matx33f kOpponent{0.57735027F,  0.57735027F, 0.57735027F,  0.70710678F, 0.0F,
                            -0.70710678F, 0.40824829F, -0.81649658F, 0.40824829F};

Planes turned(const Planes& planes, const cv::Matx33f& matrix) {
    cv::Mat joined;
    cv::merge(planes, joined);
    cv::transform(joined, joined, matrix);
    Planes result;
    cv::split(joined, result);
    return result;
}

/// At least one block in size.
Planes padded(const Planes& planes) {
    const int below = std::max(0, kBlockSide - planes.front().rows);
    const int right = std::max(0, kBlockSide - planes.front().cols);
    Planes result(planes.size());
    for (std::size_t i = 0; i < planes.size(); ++i) {
        cv::copyMakeBorder(planes[i], result[i], 0, below, 0, right, cv::BORDER_REFLECT);
    }
    return result;
}

} // namespace

void denoiseByBlockMatching(std::vector<cv::Mat>& planes, double sigma, const std::stop_token& stop) {
    if (sigma <= 0) {
        return;
    }
    const bool isColour = planes.size() == 3;
    Planes noisy = padded(planes);
    if (isColour) {
        noisy = turned(noisy, kOpponent);
    }
    const Planes pilot = stageResult(noisy, {}, sigma, stop);
    Planes result = stageResult(noisy, pilot, sigma, stop);
    if (isColour) {
        result = turned(result, kOpponent.t());
    }
    const cv::Rect whole({0, 0}, planes.front().size());
    for (std::size_t i = 0; i < planes.size(); ++i) {
        planes[i] = result[i](whole).clone();
    }
}

} // namespace palimpsest
