// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/colour_spread.h"

#include "core/base/error.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace palimpsest {
namespace {

/// Hints are held this much more firmly than neighbours hold each other.
constexpr double kHintWeight = 100;
/// Variance of grey below which everything is even: the noise of a good photograph.
constexpr double kLeastVariance = 1e-5;
/// Weights below this would let a pixel float without a colour.
constexpr double kLeastAffinity = 1e-4;
constexpr int kSmallestSide = 16;
constexpr int kMostRounds = 60;
constexpr double kResidual = 1e-3;

/// Half of the eight neighbours; the others are met from the other side.
const std::array<cv::Point, 4> kNeighbours{{{1, 0}, {0, 1}, {1, 1}, {-1, 1}}};

/// The two parts of a plane that lie one step apart.
struct Pair {
    cv::Rect here;
    cv::Rect there;
};

Pair pairOf(cv::Size size, cv::Point step) {
    const cv::Size common(size.width - std::abs(step.x), size.height - step.y);
    return {cv::Rect({std::max(-step.x, 0), 0}, common), cv::Rect({std::max(step.x, 0), step.y}, common)};
}

/// The quadratic form of one size of the picture.
class Affinities {
public:
    Affinities(const cv::Mat& grey, const cv::Mat& confidence) : size_(grey.size()), hints_(kHintWeight * confidence) {
        cv::Mat mean;
        cv::Mat variance;
        cv::blur(grey, mean, {3, 3}, {-1, -1}, cv::BORDER_REFLECT);
        cv::blur(grey.mul(grey), variance, {3, 3}, {-1, -1}, cv::BORDER_REFLECT);
        variance = cv::max(variance - mean.mul(mean), 0.0) * 0.6 + kLeastVariance;
        diagonal_ = hints_.clone();
        for (std::size_t i = 0; i < kNeighbours.size(); ++i) {
            const Pair pair = pairOf(size_, kNeighbours[i]);
            const cv::Mat step = grey(pair.here) - grey(pair.there);
            cv::exp(-step.mul(step) / (variance(pair.here) + variance(pair.there)), weights_[i]);
            weights_[i] = cv::max(weights_[i], kLeastAffinity);
            diagonal_(pair.here) += weights_[i];
            diagonal_(pair.there) += weights_[i];
        }
    }

    cv::Mat times(const cv::Mat& u) const {
        cv::Mat result = diagonal_.mul(u);
        for (std::size_t i = 0; i < kNeighbours.size(); ++i) {
            const Pair pair = pairOf(size_, kNeighbours[i]);
            result(pair.here) -= weights_[i].mul(u(pair.there));
            result(pair.there) -= weights_[i].mul(u(pair.here));
        }
        return result;
    }

    const cv::Mat& hints() const { return hints_; }
    const cv::Mat& diagonal() const { return diagonal_; }

private:
    cv::Size size_;
    cv::Mat hints_;
    cv::Mat diagonal_;
    std::array<cv::Mat, kNeighbours.size()> weights_;
};

/// Conjugate gradients with the diagonal as preconditioner (Golub and Van Loan, algorithm 11.5.1), from `u` on.
void solve(const Affinities& form, const cv::Mat& hint, cv::Mat& u, const std::stop_token& stop) {
    const cv::Mat right = form.hints().mul(hint);
    cv::Mat residual = right - form.times(u);
    cv::Mat direction = residual / form.diagonal();
    double product = residual.dot(direction);
    const double enough = kResidual * kResidual * right.dot(right / form.diagonal());
    for (int round = 0; round < kMostRounds && product > enough; ++round) {
        if (stop.stop_requested()) {
            throw Cancelled();
        }
        const cv::Mat image = form.times(direction);
        const double step = product / direction.dot(image);
        u += step * direction;
        residual -= step * image;
        const cv::Mat next = residual / form.diagonal();
        const double nextProduct = residual.dot(next);
        direction = next + (nextProduct / product) * direction;
        product = nextProduct;
    }
}

cv::Mat halved(const cv::Mat& plane) {
    cv::Mat half;
    cv::resize(plane, half, {(plane.cols + 1) / 2, (plane.rows + 1) / 2}, 0, 0, cv::INTER_AREA);
    return half;
}

} // namespace

std::vector<cv::Mat> spreadColours(const cv::Mat& grey, const std::vector<cv::Mat>& chroma, const cv::Mat& confidence,
                                   const std::stop_token& stop) {
    std::vector<cv::Mat> spread(chroma.size());
    if (std::min(grey.cols, grey.rows) > kSmallestSide) {
        const cv::Mat share = halved(confidence);
        std::vector<cv::Mat> smaller;
        for (const cv::Mat& plane : chroma) {
            smaller.push_back(halved(plane.mul(confidence)) / cv::max(share, 1e-6));
        }
        spread = spreadColours(halved(grey), smaller, cv::min(4 * share, 1.0), stop);
    }
    const Affinities form(grey, confidence);
    for (std::size_t i = 0; i < chroma.size(); ++i) {
        cv::Mat u(grey.size(), CV_32F, cv::Scalar(0));
        if (!spread[i].empty()) {
            cv::resize(spread[i], u, grey.size(), 0, 0, cv::INTER_LINEAR);
        }
        solve(form, chroma[i], u, stop);
        spread[i] = u;
    }
    return spread;
}

} // namespace palimpsest
