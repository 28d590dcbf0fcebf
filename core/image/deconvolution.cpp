// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/deconvolution.h"

#include "core/base/error.h"
#include "core/image/convolution_frame.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>

namespace palimpsest {
namespace {

/// Twice the standard deviation of the rounding to 8 bits: no picture and kernel are better known than that.
constexpr double kLeastSigma = 2.0 / 255 / 3.4641;
/// Keeps quotients finite where nothing was measured.
constexpr double kDark = 1e-4;

/// Rounds in which the margin settles.
constexpr int kMarginRounds = 25;
/// The margin settles sooner while more noise is assumed: its ratio to the gradient begins here and falls each round.
constexpr double kFirstNoise = 0.2;
constexpr double kLessNoise = 0.85;

void throwIfStopped(const std::stop_token& stop) {
    if (stop.stop_requested()) {
        throw Cancelled();
    }
}

} // namespace

void deconvolveByWiener(std::vector<cv::Mat>& planes, const Blur& blur, double sigma, double gradient,
                        const std::stop_token& stop) {
    const ConvolutionFrame frame(planes.front().size(), blur.kernel, blur.isPeriodic);
    const double noise = std::max(sigma, kLeastSigma) / gradient;
    const cv::Mat blurPower = power(frame.kernel());
    for (cv::Mat& plane : planes) {
        cv::Mat measured = frame.widened(plane);
        cv::Mat estimate;
        for (int round = 0; round < (frame.hasMargin() ? kMarginRounds : 1); ++round) {
            throwIfStopped(stop);
            const double held = frame.hasMargin() ? std::max(noise, kFirstNoise * std::pow(kLessNoise, round)) : noise;
            const cv::Mat divisor = blurPower + held * held * frame.gradientPower();
            estimate = quotient(conjugateProduct(frame.kernel(), frame.spectrum(measured)), divisor);
            measured = frame.withMeasured(measured, frame.inverse(product(frame.kernel(), estimate)));
        }
        plane = frame.cropped(frame.inverse(estimate));
    }
}

void deconvolveByRichardsonLucy(std::vector<cv::Mat>& planes, const Blur& blur, int rounds,
                                const std::stop_token& stop) {
    const ConvolutionFrame frame(planes.front().size(), blur.kernel, blur.isPeriodic);
    for (cv::Mat& plane : planes) {
        const cv::Mat measured = cv::max(frame.widened(plane), kDark);
        cv::Mat estimate = measured.clone();
        for (int round = 0; round < rounds; ++round) {
            throwIfStopped(stop);
            const cv::Mat expected = cv::max(frame.blurred(estimate), kDark);
            const cv::Mat ratio = frame.withMeasured(measured, expected) / expected;
            const cv::Mat change = frame.inverse(conjugateProduct(frame.kernel(), frame.spectrum(ratio)));
            estimate = estimate.mul(cv::max(change, 0.0));
        }
        plane = frame.cropped(estimate);
    }
}

} // namespace palimpsest
