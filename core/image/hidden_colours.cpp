// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/hidden_colours.h"

#include "core/image/cv_view.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <vector>

namespace palimpsest {
namespace {

cv::Mat alphaOf(const cv::Mat& pixels) {
    cv::Mat alpha;
    cv::extractChannel(pixels, alpha, pixels.channels() - 1);
    return alpha;
}

/// CV_8UC1, 255 where `alpha` is not zero.
cv::Mat visible(const cv::Mat& alpha) { return alpha > 0; }

/// Sums of 2 x 2 pixels; odd sides are continued with zeros.
cv::Mat halved(const cv::Mat& plane) {
    cv::Mat even;
    cv::copyMakeBorder(plane, even, 0, plane.rows % 2, 0, plane.cols % 2, cv::BORDER_CONSTANT, 0);
    cv::Mat half;
    cv::resize(even, half, {even.cols / 2, even.rows / 2}, 0, 0, cv::INTER_AREA);
    return half;
}

/// `weighted` / `weight` where there is weight; elsewhere the same of the halved planes, so that gaps take the mean of
/// what is nearest (pull and push; Gortler et al. 1996, section 3.4).
cv::Mat filled(const cv::Mat& weighted, const cv::Mat& weight) {
    cv::Mat known;
    cv::divide(weighted, weight, known); // 0 where the weight is
    if (cv::countNonZero(weight == 0) == 0 || (weight.rows == 1 && weight.cols == 1)) {
        return known;
    }
    const cv::Mat coarse = filled(halved(weighted), halved(weight));
    cv::Mat result;
    cv::resize(coarse, result, {coarse.cols * 2, coarse.rows * 2}, 0, 0, cv::INTER_LINEAR);
    result = result(cv::Rect(0, 0, weight.cols, weight.rows)).clone();
    known.copyTo(result, weight > 0);
    return result;
}

} // namespace

bool hidesColours(const Image& image) {
    if (!image.hasAlpha()) {
        return false;
    }
    const int count = cv::countNonZero(visible(alphaOf(cvView(image))));
    return count > 0 && count < image.width() * image.height();
}

Image withSpreadColours(const Image& image, const Mask& damage) {
    if (!hidesColours(image)) {
        return image;
    }
    const cv::Mat pixels = cvView(image);
    const cv::Mat alpha = alphaOf(pixels);
    cv::Mat weight;
    alpha.convertTo(weight, CV_32F);
    if (!damage.isNull()) {
        weight.setTo(0, cvView(damage) > 0);
    }
    if (cv::countNonZero(weight) == 0) {
        return image;
    }
    std::vector<cv::Mat> planes;
    cv::split(pixels, planes);
    for (std::size_t i = 0; i + 1 < planes.size(); ++i) {
        cv::Mat exact;
        planes[i].convertTo(exact, CV_32F);
        cv::Mat spread;
        filled(exact.mul(weight), weight).convertTo(spread, pixels.depth());
        spread.copyTo(planes[i], alpha == 0);
    }
    cv::Mat result;
    cv::merge(planes, result);
    return imageFromCv(result).withMetadata(image.metadata());
}

Mask visiblePart(const Image& image) {
    return hidesColours(image) ? maskFromCv(visible(alphaOf(cvView(image)))) : Mask(image.size(), 255);
}

} // namespace palimpsest
