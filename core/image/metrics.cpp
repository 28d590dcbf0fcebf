// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/metrics.h"

#include "core/base/error.h"
#include "core/image/colour_planes.h"
#include "core/image/cv_view.h"

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <limits>
#include <vector>

namespace palimpsest {
namespace {

using Planes = std::vector<cv::Mat>;

void requireComparable(const Image& reference, const Image& image, const Mask* region) {
    if (image.isNull() || reference.size() != image.size() || reference.channels() != image.channels()) {
        throw Bug("pictures of different size or channels cannot be compared");
    }
    if (region && region->size() != image.size()) {
        throw Bug("the region of a comparison must have the size of the pictures");
    }
}

/// 255 where a pixel counts.
cv::Mat countedPixels(const Image& image, const Mask* region) {
    return region ? cv::Mat(cvView(*region) > 0) : cv::Mat(image.height(), image.width(), CV_8UC1, cv::Scalar(255));
}

Planes exactPlanes(const Image& image, double peak) {
    Planes planes = colourPlanes(image);
    for (cv::Mat& plane : planes) {
        plane.convertTo(plane, CV_64F, peak);
    }
    return planes;
}

/// (2 a b + c) / (a^2 + b^2 + c), elementwise: exactly 1 where a equals b.
cv::Mat similarity(const cv::Mat& a, const cv::Mat& b, double c) {
    return (2 * a.mul(b) + c) / (a.mul(a) + b.mul(b) + c);
}

cv::Mat windowMean(const cv::Mat& values) {
    cv::Mat mean;
    cv::GaussianBlur(values, mean, {11, 11}, 1.5, 1.5, cv::BORDER_REFLECT);
    return mean;
}

cv::Mat ssimMap(const cv::Mat& x, const cv::Mat& y) {
    constexpr double kC1 = 0.01 * 0.01;
    constexpr double kC2 = 0.03 * 0.03;
    const cv::Mat meanX = windowMean(x);
    const cv::Mat meanY = windowMean(y);
    const cv::Mat varianceX = windowMean(x.mul(x)) - meanX.mul(meanX);
    const cv::Mat varianceY = windowMean(y.mul(y)) - meanY.mul(meanY);
    const cv::Mat covariance = windowMean(x.mul(y)) - meanX.mul(meanY);
    const cv::Mat structure = (2 * covariance + kC2) / (varianceX + varianceY + kC2);
    return structure.mul(similarity(meanX, meanY, kC1));
}

// HaarPSI, section 2 of the paper.
constexpr double kC = 30;
constexpr double kAlpha = 4.2;

/// |g * values| of the Haar filter of a scale (length 2^scale) along x or y.
cv::Mat haarMagnitude(const cv::Mat& values, int scale, bool alongX) {
    const int length = 1 << scale;
    const cv::Mat low(1, length, CV_64F, cv::Scalar(1.0 / length));
    cv::Mat high(1, length, CV_64F, cv::Scalar(1));
    high.colRange(0, length / 2) = -1;
    cv::Mat response;
    cv::sepFilter2D(values, response, CV_64F, alongX ? high : low, alongX ? low : high,
                    {length / 2 - 1, length / 2 - 1}, 0, cv::BORDER_CONSTANT);
    return cv::abs(response);
}

/// Mean of 2 x 2 pixels from each pixel on to the right and below.
cv::Mat blockMean(const cv::Mat& values) {
    cv::Mat mean;
    cv::filter2D(values, mean, CV_64F, cv::Mat(2, 2, CV_64F, cv::Scalar(0.25)), {0, 0}, 0, cv::BORDER_CONSTANT);
    return mean;
}

cv::Mat everySecond(const cv::Mat& values) {
    cv::Mat half((values.rows + 1) / 2, (values.cols + 1) / 2, CV_64F);
    for (int y = 0; y < half.rows; ++y) {
        for (int x = 0; x < half.cols; ++x) {
            half.at<double>(y, x) = values.at<double>(2 * y, 2 * x);
        }
    }
    return half;
}

/// The planes at half resolution: grey, or luminance and the two chrominances of YIQ.
Planes halvedYiq(const Image& image) {
    Planes planes = exactPlanes(image, 255);
    if (const Planes rgb = planes; rgb.size() == 3) {
        // New matrices: an assignment would write into those of rgb.
        planes = {cv::Mat(0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2]),
                  cv::Mat(0.596 * rgb[0] - 0.274 * rgb[1] - 0.322 * rgb[2]),
                  cv::Mat(0.211 * rgb[0] - 0.523 * rgb[1] + 0.312 * rgb[2])};
    }
    for (cv::Mat& plane : planes) {
        plane = everySecond(blockMean(plane));
    }
    return planes;
}

double logistic(double value) { return 1 / (1 + std::exp(-kAlpha * value)); }

/// Sums of one similarity map: the weighted numerator and denominator, and the plain ones for a picture without detail.
struct HaarSums {
    double weighted = 0;
    double weight = 0;
    double plain = 0;
    double count = 0;

    void add(const cv::Mat& local, const cv::Mat& weights, const cv::Mat& counted) {
        for (int y = 0; y < local.rows; ++y) {
            for (int x = 0; x < local.cols; ++x) {
                if (counted.at<double>(y, x) > 0) {
                    const double value = logistic(local.at<double>(y, x));
                    weighted += value * weights.at<double>(y, x);
                    weight += weights.at<double>(y, x);
                    plain += value;
                    count += 1;
                }
            }
        }
    }

    double index() const {
        if (count == 0) {
            return 1;
        }
        const double mean = weight > 0 ? weighted / weight : plain / count;
        const double root = std::log(mean / (1 - mean)) / kAlpha;
        return root * root;
    }
};

} // namespace

double psnr(const Image& reference, const Image& image, const Mask* region) {
    requireComparable(reference, image, region);
    const cv::Mat counted = countedPixels(image, region);
    const Planes x = exactPlanes(reference, 1);
    const Planes y = exactPlanes(image, 1);
    double squared = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        squared += cv::norm(x[i], y[i], cv::NORM_L2SQR, counted);
    }
    const double count = static_cast<double>(cv::countNonZero(counted)) * static_cast<double>(x.size());
    return squared == 0 ? std::numeric_limits<double>::infinity() : 10 * std::log10(count / squared);
}

double ssim(const Image& reference, const Image& image, const Mask* region) {
    requireComparable(reference, image, region);
    const cv::Mat counted = countedPixels(image, region);
    if (cv::countNonZero(counted) == 0) {
        return 1;
    }
    const Planes x = exactPlanes(reference, 1);
    const Planes y = exactPlanes(image, 1);
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        sum += cv::mean(ssimMap(x[i], y[i]), counted)[0];
    }
    return sum / static_cast<double>(x.size());
}

double haarPsi(const Image& reference, const Image& image, const Mask* region) {
    requireComparable(reference, image, region);
    cv::Mat pixels;
    countedPixels(image, region).convertTo(pixels, CV_64F);
    const cv::Mat counted = everySecond(blockMean(pixels));
    const Planes x = halvedYiq(reference);
    const Planes y = halvedYiq(image);
    HaarSums sums;
    cv::Mat bothWeights(counted.size(), CV_64F, cv::Scalar(0));
    for (const bool alongX : {false, true}) {
        const cv::Mat fine = similarity(haarMagnitude(x[0], 1, alongX), haarMagnitude(y[0], 1, alongX), kC);
        const cv::Mat middle = similarity(haarMagnitude(x[0], 2, alongX), haarMagnitude(y[0], 2, alongX), kC);
        const cv::Mat weights = cv::max(haarMagnitude(x[0], 3, alongX), haarMagnitude(y[0], 3, alongX));
        sums.add((fine + middle) / 2, weights, counted);
        bothWeights += weights / 2;
    }
    if (x.size() == 3) {
        const cv::Mat inPhase = similarity(cv::abs(blockMean(x[1])), cv::abs(blockMean(y[1])), kC);
        const cv::Mat quadrature = similarity(cv::abs(blockMean(x[2])), cv::abs(blockMean(y[2])), kC);
        sums.add((inPhase + quadrature) / 2, bothWeights, counted);
    }
    return sums.index();
}

} // namespace palimpsest
