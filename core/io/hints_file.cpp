// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/hints_file.h"

#include "core/base/error.h"
#include "core/image/colour_planes.h"
#include "core/image/colour_transform.h"
#include "core/image/cv_view.h"
#include "core/io/image_file.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <vector>

namespace palimpsest {
namespace {

constexpr double kStrokeStep = 2.5 / 255;

std::string text(Size size) { return std::to_string(size.width) + " x " + std::to_string(size.height); }

void requireFit(const Image& drawn, const Image& picture, const std::string& origin) {
    if (drawn.size() != picture.size()) {
        throw Error(ErrorCode::badInput,
                    Message("the colour hints %1 have %2 pixels, but the picture has %3", origin, text(drawn.size()),
                            text(picture.size())),
                    "save the hints at the size of the picture");
    }
    if (drawn.colourChannels() != 3) {
        throw Error(ErrorCode::badInput, Message("the colour hints %1 are grey", origin),
                    "draw them in colour and save them as RGB or RGBA");
    }
}

/// CV_8UC1, 255 where some channel differs by more than a step.
cv::Mat strokes(const Image& drawn, const Image& picture) {
    const std::vector<cv::Mat> colours = colourPlanes(drawn);
    const std::vector<cv::Mat> before = colourPlanes(picture);
    cv::Mat found(picture.height(), picture.width(), CV_8UC1, cv::Scalar(0));
    for (std::size_t i = 0; i < colours.size(); ++i) {
        found |= cv::abs(colours[i] - before[std::min(i, before.size() - 1)]) > kStrokeStep;
    }
    return found;
}

cv::Mat alphaOf(const cv::Mat& pixels) {
    cv::Mat alpha;
    cv::extractChannel(pixels, alpha, 3);
    return alpha;
}

double opaque(int depth) { return depth == CV_8U ? 255 : depth == CV_16U ? 65535 : 1; }

bool isDrawnTransparent(const Image& drawn) {
    return drawn.hasAlpha() && cv::countNonZero(alphaOf(cvView(drawn)) < opaque(cvView(drawn).depth())) > 0;
}

} // namespace

Image hintsFromImage(const Image& drawn, const Image& picture, const std::string& origin) {
    requireFit(drawn, picture, origin);
    const cv::Mat pixels = cvView(drawn);
    cv::Mat alpha;
    if (isDrawnTransparent(drawn)) {
        alpha = alphaOf(pixels);
    } else {
        strokes(drawn, picture).convertTo(alpha, pixels.depth(), opaque(pixels.depth()) / 255);
    }
    if (cv::countNonZero(alpha > opaque(pixels.depth()) / 2) == 0) {
        throw Error(ErrorCode::badInput, Message("the colour hints %1 hold no strokes", origin),
                    "draw strokes of colour over the picture or on a transparent layer, or leave the hints out");
    }
    cv::Mat hints(pixels.size(), CV_MAKETYPE(pixels.depth(), 4));
    const std::vector<cv::Mat> sources{pixels, alpha};
    cv::mixChannels(sources, std::vector<cv::Mat>{hints}, {0, 0, 1, 1, 2, 2, pixels.channels(), 3});
    return toDisplay(imageFromCv(hints).withMetadata(drawn.metadata()));
}

Image readHints(const std::string& path, const Image& picture) {
    return hintsFromImage(readImage(path), picture, path);
}

} // namespace palimpsest
