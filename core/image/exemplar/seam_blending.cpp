// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/exemplar/seam_blending.h"

#include "core/base/error.h"

#include <opencv2/core.hpp>
#include <opencv2/core/utility.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace palimpsest {
namespace {

constexpr int kMostChannels = 3;
constexpr float kHold = 1e-4F;
constexpr float kSmallJump = 0.04F; ///< of values on [0,1]
constexpr int kRounds = 300;

using Colour = std::array<float, kMostChannels>;

/// A pixel of the hole and what ties it to its four neighbours.
struct Knot {
    std::array<float, 4> weights{};
    std::array<Colour, 4> differences{}; ///< own value less the neighbour's, as they shall be
    Colour copied{};
    float scale = 0; ///< one over the sum of the weights and the hold
};

const std::array<cv::Point, 4> kSteps{cv::Point(-1, 0), cv::Point(1, 0), cv::Point(0, -1), cv::Point(0, 1)};

class Blending {
public:
    Blending(cv::Mat& picture, const cv::Mat& hole, const cv::Mat& sources)
        : picture_(picture), hole_(hole), sources_(sources), channels_(picture.channels()),
          whole_({0, 0}, picture.size()), index_(hole.size(), CV_32S, cv::Scalar(-1)) {
        cv::findNonZero(hole, pixels_);
        for (std::size_t i = 0; i < pixels_.size(); ++i) {
            index_.at<int>(pixels_[i]) = static_cast<int>(i);
        }
        knots_.resize(pixels_.size());
        cv::parallel_for_({0, static_cast<int>(pixels_.size())}, [&](const cv::Range& range) {
            for (int i = range.start; i < range.end; ++i) {
                tie(static_cast<std::size_t>(i));
            }
        });
    }

    void run(const std::stop_token& stop) {
        const double side = std::sqrt(static_cast<double>(pixels_.size()));
        const auto relaxation = static_cast<float>(2 / (1 + M_PI / std::max(4.0, std::min<double>(side, kRounds))));
        for (int round = 0; round < kRounds && !stop.stop_requested(); ++round) {
            for (int colour = 0; colour < 2; ++colour) {
                cv::parallel_for_({0, hole_.rows}, [&](const cv::Range& rows) {
                    for (int y = rows.start; y < rows.end; ++y) {
                        for (int x = (y + colour) % 2; x < hole_.cols; x += 2) {
                            relax({x, y}, relaxation);
                        }
                    }
                });
            }
        }
        if (stop.stop_requested()) {
            throw Cancelled();
        }
    }

private:
    const float* at(const cv::Point& place) const {
        return picture_.ptr<float>(place.y) + static_cast<std::ptrdiff_t>(place.x) * channels_;
    }
    bool isKnown(const cv::Point& place) const { return whole_.contains(place) && index_.at<int>(place) < 0; }

    /// Adds how much higher the first is than the second; both have to be known.
    bool addDifference(const cv::Point& first, const cv::Point& second, Colour& sum) const {
        if (!isKnown(first) || !isKnown(second)) {
            return false;
        }
        for (int c = 0; c < channels_; ++c) {
            sum[c] += at(first)[c] - at(second)[c];
        }
        return true;
    }

    void tie(std::size_t i) {
        const cv::Point pixel = pixels_[i];
        Knot& knot = knots_[i];
        std::copy_n(at(pixel), channels_, knot.copied.begin());
        float sum = kHold;
        const cv::Point source = sources_.at<cv::Point>(pixel);
        for (std::size_t k = 0; k < kSteps.size(); ++k) {
            const cv::Point neighbour = pixel + kSteps[k];
            if (!whole_.contains(neighbour)) {
                continue;
            }
            Colour difference{};
            int count = addDifference(source, source + kSteps[k], difference) ? 1 : 0;
            if (!isKnown(neighbour)) {
                const cv::Point other = sources_.at<cv::Point>(neighbour);
                count += addDifference(other - kSteps[k], other, difference) ? 1 : 0;
            }
            if (count == 0) {
                continue;
            }
            float jump = 0;
            for (int c = 0; c < channels_; ++c) {
                difference[c] /= static_cast<float>(count);
                const float error = at(pixel)[c] - at(neighbour)[c] - difference[c];
                jump += error * error / static_cast<float>(channels_);
            }
            knot.differences[k] = difference;
            const float excess = 1 + jump / (kSmallJump * kSmallJump);
            knot.weights[k] = 1 / (excess * excess);
            sum += knot.weights[k];
        }
        knot.scale = 1 / sum;
    }

    void relax(const cv::Point& pixel, float relaxation) {
        const int i = index_.at<int>(pixel);
        if (i < 0) {
            return;
        }
        const Knot& knot = knots_[static_cast<std::size_t>(i)];
        float* own = picture_.ptr<float>(pixel.y) + static_cast<std::ptrdiff_t>(pixel.x) * channels_;
        for (int c = 0; c < channels_; ++c) {
            float wanted = kHold * knot.copied[c];
            for (std::size_t k = 0; k < kSteps.size(); ++k) {
                if (knot.weights[k] > 0) {
                    wanted += knot.weights[k] * (at(pixel + kSteps[k])[c] + knot.differences[k][c]);
                }
            }
            own[c] += relaxation * (wanted * knot.scale - own[c]);
        }
    }

    cv::Mat& picture_;
    const cv::Mat& hole_;
    const cv::Mat& sources_;
    int channels_;
    cv::Rect whole_;
    cv::Mat index_; ///< CV_32SC1: of the hole's pixels among the knots, -1 elsewhere
    std::vector<cv::Point> pixels_;
    std::vector<Knot> knots_;
};

} // namespace

void blendSeams(cv::Mat& picture, const cv::Mat& hole, const cv::Mat& sources, const std::stop_token& stop) {
    if (picture.channels() > kMostChannels) {
        throw Bug("seams are blended in pictures of one to three channels");
    }
    Blending(picture, hole, sources).run(stop);
}

} // namespace palimpsest
