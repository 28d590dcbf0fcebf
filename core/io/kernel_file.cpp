// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/kernel_file.h"

#include "core/base/error.h"
#include "core/image/cv_view.h"
#include "core/io/image_file.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace palimpsest {
namespace {

/// How far a sum may be from one without being mentioned.
constexpr double kSameSum = 1e-3;

cv::Mat greyOf(const Image& image) {
    cv::Mat exact;
    cvView(image).convertTo(exact, CV_32F);
    cv::Mat grey;
    if (image.colourChannels() == 3) {
        cv::cvtColor(exact, grey, image.hasAlpha() ? cv::COLOR_RGBA2GRAY : cv::COLOR_RGB2GRAY);
    } else {
        cv::extractChannel(exact, grey, 0);
    }
    return grey;
}

void requireWeights(const cv::Mat& values, const std::string& origin) {
    double smallest = 0;
    double largest = 0;
    cv::minMaxLoc(values, &smallest, &largest);
    if (!cv::checkRange(values)) {
        throw Error(ErrorCode::badInput, Message("the blur kernel %1 has NaN or infinite values", origin),
                    "use a picture with finite grey values");
    }
    if (smallest < 0) {
        throw Error(ErrorCode::badInput, Message("the blur kernel %1 has negative values", origin),
                    "use a picture whose grey values are zero or above");
    }
    if (largest == 0) {
        throw Error(ErrorCode::badInput, Message("the blur kernel %1 is completely black", origin),
                    "draw the trace of the blur in white on black");
    }
}

} // namespace

KernelReading kernelFromImage(const Image& image, const std::string& origin) {
    if (std::max(image.width(), image.height()) > kLongestKernelSide) {
        throw Error(ErrorCode::badInput,
                    Message("the blur kernel %1 has %2 x %3 pixels, the limit is 255 x 255", origin, image.width(),
                            image.height()),
                    "cut out the trace of the blur");
    }
    cv::Mat values = greyOf(image);
    requireWeights(values, origin);
    KernelReading reading;
    if (image.width() % 2 == 0 || image.height() % 2 == 0) {
        const int below = 1 - image.height() % 2;
        const int right = 1 - image.width() % 2;
        cv::copyMakeBorder(values, values, 0, below, 0, right, cv::BORDER_CONSTANT, 0);
        reading.notices.emplace_back("the blur kernel has an even side; a line of zeros at its end made it odd");
    }
    const double sum = cv::sum(values)[0];
    if (image.depth() == PixelDepth::float32 && std::abs(sum - 1) > kSameSum) {
        reading.notices.emplace_back("the blur kernel did not sum to one and was divided by its sum");
    }
    reading.kernel = imageFromCv(values / sum);
    return reading;
}

KernelReading readKernel(const std::string& path) { return kernelFromImage(readImage(path), path); }

} // namespace palimpsest
