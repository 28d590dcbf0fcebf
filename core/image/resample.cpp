// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/resample.h"

#include "core/base/error.h"
#include "core/image/cv_view.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace palimpsest {
namespace {

cv::Mat scaled(const cv::Mat& source, Size size) {
    const bool shrinks = size.width <= source.cols && size.height <= source.rows;
    cv::Mat result;
    cv::resize(source, result, {size.width, size.height}, 0, 0, shrinks ? cv::INTER_AREA : cv::INTER_CUBIC);
    return result;
}

/// Premultiplied in float, scaled, divided again; where alpha is 0 the plainly scaled colour stands.
cv::Mat scaledWithAlpha(const cv::Mat& source, Size size) {
    cv::Mat exact;
    source.convertTo(exact, CV_32F);
    std::vector<cv::Mat> planes;
    cv::split(exact, planes);
    const double opaque = source.depth() == CV_8U ? 255 : source.depth() == CV_16U ? 65535 : 1;
    const cv::Mat alpha = planes.back() / opaque;
    planes.back() = cv::min(cv::max(scaled(planes.back(), size), 0.0), opaque);
    const cv::Mat scaledAlpha = planes.back() / opaque;
    for (std::size_t i = 0; i + 1 < planes.size(); ++i) {
        const cv::Mat weighted = scaled(planes[i].mul(alpha), size);
        planes[i] = scaled(planes[i], size);
        cv::Mat divided;
        cv::divide(weighted, scaledAlpha, divided);
        divided.copyTo(planes[i], scaledAlpha > 0);
    }
    cv::Mat merged;
    cv::merge(planes, merged);
    cv::Mat result;
    merged.convertTo(result, source.depth());
    return result;
}

/// Nothing shines through: premultiplication would change nothing.
bool isOpaque(const cv::Mat& pixels) {
    cv::Mat alpha;
    cv::extractChannel(pixels, alpha, pixels.channels() - 1);
    double lowest = 0;
    cv::minMaxLoc(alpha, &lowest);
    return lowest >= (pixels.depth() == CV_8U ? 255 : pixels.depth() == CV_16U ? 65535 : 1);
}

} // namespace

Image resampled(const Image& image, Size size) {
    if (image.isNull() || size.isEmpty()) {
        throw Bug("nothing can be scaled to or from an empty size");
    }
    if (image.size() == size) {
        return image;
    }
    const cv::Mat source = cvView(image);
    return imageFromCv(image.hasAlpha() && !isOpaque(source) ? scaledWithAlpha(source, size) : scaled(source, size))
        .withMetadata(withoutCompression(image.metadata()));
}

Size fitted(Size size, Size limits) {
    const double factor = std::min({1.0, double(limits.width) / size.width, double(limits.height) / size.height});
    return {std::max(1, static_cast<int>(std::lround(size.width * factor))),
            std::max(1, static_cast<int>(std::lround(size.height * factor)))};
}

} // namespace palimpsest
