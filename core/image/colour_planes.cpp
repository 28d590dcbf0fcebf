// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/colour_planes.h"

#include "core/image/cv_view.h"

#include <opencv2/core.hpp>

namespace palimpsest {
namespace {

/// The largest float16: no picture holds more, and infinities would spread.
constexpr double kLargest = 65504;

/// What 1.0 is in an integer depth.
double fullScale(PixelDepth depth) {
    return depth == PixelDepth::uint8 ? 255 : depth == PixelDepth::uint16 ? 65535 : 1;
}

} // namespace

std::vector<cv::Mat> colourPlanes(const Image& image) {
    const cv::Mat view = cvView(image);
    std::vector<cv::Mat> planes(static_cast<std::size_t>(image.colourChannels()));
    for (int channel = 0; channel < image.colourChannels(); ++channel) {
        cv::Mat& plane = planes[static_cast<std::size_t>(channel)];
        cv::extractChannel(view, plane, channel);
        plane.convertTo(plane, CV_32F, 1 / fullScale(image.depth()));
        if (image.depth() == PixelDepth::float32) {
            cv::patchNaNs(plane, 0);
            plane = cv::min(cv::max(plane, -kLargest), kLargest);
        }
    }
    return planes;
}

Image withColourPlanes(const Image& image, const std::vector<cv::Mat>& planes, const cv::Mat& where) {
    cv::Mat result = cvView(image).clone();
    for (int channel = 0; channel < image.colourChannels(); ++channel) {
        cv::Mat plane;
        cv::extractChannel(result, plane, channel);
        cv::Mat values;
        planes[static_cast<std::size_t>(channel)].convertTo(values, plane.depth(), fullScale(image.depth()));
        values.copyTo(plane, where);
        cv::insertChannel(plane, result, channel);
    }
    return imageFromCv(result).withMetadata(image.metadata());
}

} // namespace palimpsest
