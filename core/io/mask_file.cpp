// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/mask_file.h"

#include "core/base/error.h"
#include "core/image/cv_view.h"
#include "core/io/image_file.h"

#include <opencv2/imgproc.hpp>

#include <string>

namespace palimpsest {
namespace {

constexpr int kFaintest = 16;

cv::Mat toBytes(const cv::Mat& values) {
    cv::Mat bytes;
    values.convertTo(bytes, CV_8U, values.depth() == CV_8U ? 1.0 : values.depth() == CV_16U ? 255.0 / 65535 : 255.0);
    return bytes;
}

cv::Mat greyOf(const cv::Mat& pixels) {
    cv::Mat grey;
    if (pixels.channels() >= 3) {
        cv::cvtColor(pixels, grey, pixels.channels() == 3 ? cv::COLOR_RGB2GRAY : cv::COLOR_RGBA2GRAY);
    } else {
        cv::extractChannel(pixels, grey, 0);
    }
    return grey;
}

std::string text(Size size) { return std::to_string(size.width) + " x " + std::to_string(size.height); }

} // namespace

Mask maskFromImage(const Image& image) {
    const cv::Mat pixels = cvView(image);
    if (image.hasAlpha()) {
        cv::Mat alpha;
        cv::extractChannel(pixels, alpha, image.channels() - 1);
        alpha = toBytes(alpha);
        if (cv::countNonZero(alpha != 255) > 0) {
            return maskFromCv(alpha);
        }
    }
    return maskFromCv(toBytes(greyOf(pixels)));
}

namespace {

ImageProbe probeMask(const std::string& path, Size size) {
    ImageProbe probe = probeImage(path);
    if (probe.size != size) {
        throw Error(ErrorCode::badInput,
                    Message("the mask %1 has %2 pixels, but the picture has %3", path, text(probe.size), text(size)),
                    "save the mask at the size of the picture");
    }
    return probe;
}

} // namespace

MaskReading readMask(const std::string& path, const Image& picture, std::optional<MaskMeaning> meaning) {
    if (meaning == MaskMeaning::exact) {
        MaskReading reading{.mask = readMask(path, picture.size())};
        reading.notices.push_back(
            Message("the mask is read value by value: %1 % is marked", markedPercent(reading.mask)));
        return reading;
    }
    probeMask(path, picture.size());
    return understoodMask(readImage(path), picture, meaning, path);
}

Mask readMask(const std::string& path, Size size) {
    const ImageProbe probe = probeMask(path, size);
    Mask mask = maskFromImage(readImage(path));
    if (probe.format == "jpeg" || probe.format == "webp") {
        cv::Mat values = cvView(mask);
        values.setTo(0, values < kFaintest);
        values.setTo(255, values > 255 - kFaintest);
    }
    return mask;
}

void writeMask(const std::string& path, const Mask& mask) {
    writeImage(path, imageFromCv(cvView(mask)), {.format = "png"});
}

} // namespace palimpsest
