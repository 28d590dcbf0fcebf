// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pixel_codec.h"

#include "core/base/error.h"
#include "core/image/cv_view.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace palimpsest {
namespace {

double fullScale(int depth) { return depth == CV_8U ? 255 : depth == CV_16U ? 65535 : 1; }

int cvDepth(PixelDepth depth) { return CV_MAT_DEPTH(cvTypeOf(1, depth)); }

cv::Mat overWhite(const cv::Mat& rgba) {
    std::vector<cv::Mat> planes;
    cv::split(rgba, planes);
    const double white = fullScale(rgba.depth());
    cv::Mat share;
    planes[3].convertTo(share, CV_32F, 1 / white);
    for (std::size_t i = 0; i < 3; ++i) {
        cv::Mat exact;
        planes[i].convertTo(exact, CV_32F);
        const cv::Mat mixed = (exact - white).mul(share) + white;
        mixed.convertTo(planes[i], rgba.depth());
    }
    planes.pop_back();
    cv::Mat result;
    cv::merge(planes, result);
    return result;
}

cv::Mat inDepth(const cv::Mat& pixels, PixelDepth depth) {
    cv::Mat result;
    pixels.convertTo(result, cvDepth(depth), fullScale(cvDepth(depth)) / fullScale(pixels.depth()));
    return result;
}

} // namespace

Image decodePixels(std::span<const std::byte> bytes, const ImageFormat& format, const ImageHeader& header,
                   const std::string& origin) {
    Image image = format.decode(bytes, header, origin);
    if (image.size() != header.size || image.channels() != header.channels || image.depth() != header.depth) {
        throw Error(ErrorCode::badInput, Message("%1 is damaged: its pixels are not what its header says", origin),
                    "open and save it with another program, as PNG or TIFF");
    }
    return image;
}

Image fittedPixels(const Image& image, const ImageFormat& format) {
    const cv::Mat pixels = inDepth(cvView(image), std::clamp(image.depth(), format.shallowest, format.deepest));
    cv::Mat rgba = pixels;
    if (pixels.channels() == 2 && !format.greyAlpha) {
        rgba = cv::Mat(pixels.size(), CV_MAKETYPE(pixels.depth(), 4));
        cv::mixChannels(pixels, rgba, {0, 0, 0, 1, 0, 2, 1, 3});
    } else if (pixels.channels() == 1 && !format.grey) {
        rgba = cv::Mat();
        cv::cvtColor(pixels, rgba, cv::COLOR_GRAY2RGB);
    }
    return imageFromCv(rgba.channels() == 4 && !format.alpha ? overWhite(rgba) : rgba);
}

bool isOpaque(const Image& image) {
    if (!image.hasAlpha()) {
        return true;
    }
    cv::Mat alpha;
    cv::extractChannel(cvView(image), alpha, image.channels() - 1);
    return cv::countNonZero(alpha < fullScale(alpha.depth())) == 0;
}

Image unmultiplied(const Image& image) {
    const cv::Mat pixels = cvView(image);
    std::vector<cv::Mat> planes;
    cv::split(pixels, planes);
    cv::Mat share;
    planes.back().convertTo(share, CV_32F, 1 / fullScale(pixels.depth()));
    for (std::size_t i = 0; i + 1 < planes.size(); ++i) {
        cv::Mat exact;
        planes[i].convertTo(exact, CV_32F);
        cv::divide(exact, share, exact);
        exact.setTo(0, share == 0);
        exact.convertTo(planes[i], pixels.depth());
    }
    cv::Mat result;
    cv::merge(planes, result);
    return imageFromCv(result).withMetadata(image.metadata());
}

Image oriented(const Image& image, int orientation) {
    if (orientation < 2 || orientation > 8) {
        return image;
    }
    cv::Mat pixels = cvView(image).clone();
    if (orientation >= 5) {
        cv::transpose(pixels, pixels);
    }
    switch (orientation) {
    case 2: // mirrored left to right
    case 6: // 90 degrees clockwise
        cv::flip(pixels, pixels, 1);
        break;
    case 3: // upside down
    case 7: // mirrored along the other diagonal
        cv::flip(pixels, pixels, -1);
        break;
    case 4: // mirrored top to bottom
    case 8: // 90 degrees counter-clockwise
        cv::flip(pixels, pixels, 0);
        break;
    default: // 5: transposed
        break;
    }
    return imageFromCv(pixels).withMetadata(image.metadata());
}

} // namespace palimpsest
