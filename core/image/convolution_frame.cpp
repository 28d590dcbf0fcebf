// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/convolution_frame.h"

#include "core/base/error.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

namespace palimpsest {
namespace {

/// Least margin, in pixels.
constexpr int kLeastMargin = 16;

int framed(int length, int kernel) { return cv::getOptimalDFTSize(length + std::max(2 * kernel, kLeastMargin)); }

/// Fills the columns from `length` on: the mirrored end fades into what is mirrored before the beginning.
void fillMargin(cv::Mat& frame, int length) {
    const int margin = frame.cols - length;
    for (int i = 0; i < margin; ++i) {
        const double share = 0.5 - 0.5 * std::cos(std::numbers::pi * (i + 0.5) / margin);
        const int end = cv::borderInterpolate(length + i, length, cv::BORDER_REFLECT);
        const int beginning = cv::borderInterpolate(i - margin, length, cv::BORDER_REFLECT);
        cv::Mat column = frame.col(length + i);
        cv::addWeighted(frame.col(end), 1 - share, frame.col(beginning), share, 0, column);
    }
}

/// The kernel with its middle at the corner, wrapped around.
cv::Mat centred(const cv::Mat& kernel, cv::Size size) {
    cv::Mat frame(size, CV_32F, cv::Scalar(0));
    for (int y = 0; y < kernel.rows; ++y) {
        for (int x = 0; x < kernel.cols; ++x) {
            frame.at<float>((y - kernel.rows / 2 + size.height) % size.height,
                            (x - kernel.cols / 2 + size.width) % size.width) = kernel.at<float>(y, x);
        }
    }
    return frame;
}

std::vector<double> differencePower(int length) {
    std::vector<double> values(static_cast<std::size_t>(length));
    for (int i = 0; i < length; ++i) {
        values[static_cast<std::size_t>(i)] = 2 - 2 * std::cos(2 * std::numbers::pi * i / length);
    }
    return values;
}

cv::Mat gradientPowerOf(cv::Size size) {
    const std::vector<double> alongX = differencePower(size.width);
    const std::vector<double> alongY = differencePower(size.height);
    cv::Mat values(size, CV_32F);
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            values.at<float>(y, x) =
                static_cast<float>(alongX[static_cast<std::size_t>(x)] + alongY[static_cast<std::size_t>(y)]);
        }
    }
    return values;
}

cv::Mat multiplied(const cv::Mat& a, const cv::Mat& b, bool isConjugate) {
    cv::Mat result;
    cv::mulSpectrums(b, a, result, 0, isConjugate); // the library conjugates the second
    return result;
}

} // namespace

ConvolutionFrame::ConvolutionFrame(cv::Size picture, const cv::Mat& kernel, bool isPeriodic)
    : picture_(picture), size_(picture) {
    if (kernel.cols > picture.width || kernel.rows > picture.height) {
        throw Error(ErrorCode::badInput,
                    Message("the blur kernel is larger than the picture: %1 x %2 against %3 x %4 pixels", kernel.cols,
                            kernel.rows, picture.width, picture.height),
                    "choose a smaller kernel");
    }
    if (!isPeriodic) {
        size_ = {framed(picture.width, kernel.cols), framed(picture.height, kernel.rows)};
    }
    kernel_ = spectrum(centred(kernel, size_));
    gradientPower_ = gradientPowerOf(size_);
}

cv::Mat ConvolutionFrame::widened(const cv::Mat& plane) const {
    cv::Mat frame(size_, CV_32F);
    plane.copyTo(frame(cv::Rect({}, picture_)));
    cv::Mat upper = frame.rowRange(0, picture_.height);
    fillMargin(upper, picture_.width);
    cv::Mat turned = frame.t();
    fillMargin(turned, picture_.height);
    return turned.t();
}

cv::Mat ConvolutionFrame::withMeasured(const cv::Mat& measured, const cv::Mat& expected) const {
    const cv::Rect known({}, picture_);
    cv::Mat result = expected.clone();
    measured(known).copyTo(result(known));
    return result;
}

cv::Mat ConvolutionFrame::blurred(const cv::Mat& estimate) const {
    return inverse(product(kernel_, spectrum(estimate)));
}

cv::Mat ConvolutionFrame::spectrum(const cv::Mat& frame) {
    cv::Mat result;
    cv::dft(frame, result, cv::DFT_COMPLEX_OUTPUT);
    return result;
}

cv::Mat ConvolutionFrame::inverse(const cv::Mat& spectrum) {
    cv::Mat result;
    cv::dft(spectrum, result, cv::DFT_INVERSE | cv::DFT_SCALE | cv::DFT_REAL_OUTPUT);
    return result;
}

cv::Mat power(const cv::Mat& spectrum) {
    std::vector<cv::Mat> parts;
    cv::split(spectrum, parts);
    return parts[0].mul(parts[0]) + parts[1].mul(parts[1]);
}

cv::Mat product(const cv::Mat& a, const cv::Mat& b) { return multiplied(a, b, false); }

cv::Mat conjugateProduct(const cv::Mat& a, const cv::Mat& b) { return multiplied(a, b, true); }

cv::Mat quotient(const cv::Mat& spectrum, const cv::Mat& divisor) {
    std::vector<cv::Mat> parts;
    cv::split(spectrum, parts);
    parts[0] /= divisor;
    parts[1] /= divisor;
    cv::Mat result;
    cv::merge(parts, result);
    return result;
}

} // namespace palimpsest
