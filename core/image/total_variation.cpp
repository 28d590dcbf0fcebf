// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/total_variation.h"

#include "core/base/error.h"
#include "core/image/convolution_frame.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace palimpsest {
namespace {

/// Gradients below this shrink to zero in one round; decides on the speed alone, not on the minimum.
constexpr double kThreshold = 0.03;
/// Margins settle sooner under a larger weight: it begins here and falls each round to what was asked for.
constexpr double kFirstWeight = 0.004;
constexpr double kLessWeight = 0.85;

/// One channel: its gradient split off (d) and the Bregman variable (b), along x and y.
struct Channel {
    cv::Mat measured; ///< with its margin
    cv::Mat estimate;
    cv::Mat splitX, splitY;
    cv::Mat bregmanX, bregmanY;
};

/// Forward differences around the border, added to `x` and `y`.
void addGradient(const cv::Mat& u, cv::Mat& x, cv::Mat& y) {
    for (int row = 0; row < u.rows; ++row) {
        const float* here = u.ptr<float>(row);
        const float* below = u.ptr<float>((row + 1) % u.rows);
        float* alongX = x.ptr<float>(row);
        float* alongY = y.ptr<float>(row);
        const int last = u.cols - 1;
        for (int i = 0; i < last; ++i) {
            alongX[i] += here[i + 1] - here[i];
            alongY[i] += below[i] - here[i];
        }
        alongX[last] += here[0] - here[last];
        alongY[last] += below[last] - here[last];
    }
}

/// The adjoint of the forward differences.
cv::Mat adjointGradient(const cv::Mat& x, const cv::Mat& y) {
    cv::Mat result(x.size(), CV_32F);
    for (int row = 0; row < x.rows; ++row) {
        const float* alongX = x.ptr<float>(row);
        const float* alongY = y.ptr<float>(row);
        const float* above = y.ptr<float>((row + x.rows - 1) % x.rows);
        float* to = result.ptr<float>(row);
        to[0] = alongX[x.cols - 1] - alongX[0] + above[0] - alongY[0];
        for (int i = 1; i < x.cols; ++i) {
            to[i] = alongX[i - 1] - alongX[i] + above[i] - alongY[i];
        }
    }
    return result;
}

void throwIfStopped(const std::stop_token& stop) {
    if (stop.stop_requested()) {
        throw Cancelled();
    }
}

/// Gradients plus Bregman variables, shrunk together; what was cut off becomes the new Bregman variable.
void split(std::vector<Channel>& channels, const std::stop_token& stop) {
    cv::Mat length(channels.front().estimate.size(), CV_32F, cv::Scalar(0));
    for (Channel& c : channels) {
        throwIfStopped(stop);
        c.bregmanX.copyTo(c.splitX);
        c.bregmanY.copyTo(c.splitY);
        addGradient(c.estimate, c.splitX, c.splitY);
        cv::accumulateSquare(c.splitX, length);
        cv::accumulateSquare(c.splitY, length);
    }
    cv::sqrt(length, length);
    const cv::Mat cut = cv::min(kThreshold / cv::max(length, 1e-12), 1.0);
    for (Channel& c : channels) {
        throwIfStopped(stop);
        cv::multiply(c.splitX, cut, c.bregmanX);
        cv::multiply(c.splitY, cut, c.bregmanY);
        c.splitX -= c.bregmanX;
        c.splitY -= c.bregmanY;
    }
}

/// The least squares of one round, and what the estimate says about the margin. Left undone between two transforms if
/// it shall stop.
void update(Channel& c, const ConvolutionFrame& frame, const cv::Mat& divisor, double penalty,
            const std::stop_token& stop) {
    const cv::Mat measured = frame.spectrum(c.measured);
    if (stop.stop_requested()) {
        return;
    }
    const cv::Mat pull = frame.spectrum(adjointGradient(c.splitX - c.bregmanX, c.splitY - c.bregmanY));
    if (stop.stop_requested()) {
        return;
    }
    const cv::Mat spectrum = quotient(conjugateProduct(frame.kernel(), measured) + penalty * pull, divisor);
    c.estimate = frame.inverse(spectrum);
    if (frame.hasMargin() && !stop.stop_requested()) {
        c.measured = frame.withMeasured(c.measured, frame.inverse(product(frame.kernel(), spectrum)));
    }
}

} // namespace

void minimiseTotalVariation(std::vector<cv::Mat>& planes, const Blur& blur, double weight, int rounds,
                            const std::stop_token& stop) {
    const ConvolutionFrame frame(planes.front().size(), blur.kernel, blur.isPeriodic);
    const cv::Mat blurPower = power(frame.kernel());
    std::vector<Channel> channels;
    for (const cv::Mat& plane : planes) {
        throwIfStopped(stop);
        const cv::Mat widened = frame.widened(plane);
        const cv::Mat zero(frame.size(), CV_32F, cv::Scalar(0));
        channels.push_back({widened, widened, zero.clone(), zero.clone(), zero.clone(), zero.clone()});
    }
    for (int round = 0; round < rounds; ++round) {
        split(channels, stop);
        const double held = frame.hasMargin() ? std::max(weight, kFirstWeight * std::pow(kLessWeight, round)) : weight;
        const double penalty = held / kThreshold;
        const cv::Mat divisor = blurPower + penalty * frame.gradientPower();
        cv::parallel_for_({0, static_cast<int>(channels.size())}, [&](const cv::Range& range) {
            for (int i = range.start; i < range.end; ++i) {
                update(channels[static_cast<std::size_t>(i)], frame, divisor, penalty, stop);
            }
        });
        throwIfStopped(stop);
    }
    for (std::size_t i = 0; i < planes.size(); ++i) {
        planes[i] = frame.cropped(channels[i].estimate);
    }
}

} // namespace palimpsest
