// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pixel_codec.h"

#include "core/base/error.h"
#include "core/image/cv_view.h"

#include <opencv2/core/utils/logger.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace palimpsest {
namespace {

void silenceLibrary() {
    [[maybe_unused]] static const auto before = cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
}

Error undecodable(const std::string& origin) {
    return Error(ErrorCode::badInput, Message("%1 is damaged, or of a kind that cannot be decoded", origin),
                 "open and save it with another program, as PNG or TIFF");
}

cv::Mat decoded(const std::vector<std::byte>& bytes, const std::string& origin) {
    silenceLibrary();
    const cv::Mat buffer(1, static_cast<int>(bytes.size()), CV_8UC1, const_cast<std::byte*>(bytes.data()));
    try {
        return cv::imdecode(buffer, cv::IMREAD_UNCHANGED);
    } catch (const cv::Exception& error) {
        if (error.code == cv::Error::StsNoMem) {
            throw std::bad_alloc();
        }
        throw undecodable(origin);
    }
}

double fullScale(int depth) { return depth == CV_8U ? 255 : depth == CV_16U ? 65535 : 1; }

int cvDepth(PixelDepth depth) { return CV_MAT_DEPTH(cvTypeOf(1, depth)); }

/// The decoder's BGR in our channel order and number.
cv::Mat inChannels(const cv::Mat& bgr, int channels, const std::string& origin) {
    cv::Mat result(bgr.size(), CV_MAKETYPE(bgr.depth(), channels));
    switch (bgr.channels() * 10 + channels) {
    case 11:
        return bgr;
    case 13:
        cv::cvtColor(bgr, result, cv::COLOR_GRAY2RGB);
        return result;
    case 31:
    case 41:
        cv::extractChannel(bgr, result, 0);
        return result;
    case 33:
        cv::cvtColor(bgr, result, cv::COLOR_BGR2RGB);
        return result;
    case 43:
        cv::cvtColor(bgr, result, cv::COLOR_BGRA2RGB);
        return result;
    case 42:
        cv::mixChannels(bgr, result, {0, 0, 3, 1});
        return result;
    case 44:
        cv::cvtColor(bgr, result, cv::COLOR_BGRA2RGBA);
        return result;
    default:
        throw undecodable(origin);
    }
}

/// Colours divided by alpha; transparent pixels stay black.
cv::Mat unmultiplied(const cv::Mat& rgba) {
    std::vector<cv::Mat> planes;
    cv::split(rgba, planes);
    cv::Mat share;
    planes[3].convertTo(share, CV_32F, 1 / fullScale(rgba.depth()));
    for (std::size_t i = 0; i < 3; ++i) {
        cv::Mat exact;
        planes[i].convertTo(exact, CV_32F);
        cv::divide(exact, share, exact);
        exact.setTo(0, share == 0);
        exact.convertTo(planes[i], rgba.depth());
    }
    cv::Mat result;
    cv::merge(planes, result);
    return result;
}

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

/// Grey, RGB or RGBA at a depth that the format has.
cv::Mat fitted(const Image& image, const ImageFormat& format) {
    const cv::Mat pixels = inDepth(cvView(image), std::clamp(image.depth(), format.shallowest, format.deepest));
    cv::Mat rgba = pixels;
    if (pixels.channels() == 2) {
        rgba.create(pixels.size(), CV_MAKETYPE(pixels.depth(), 4));
        cv::mixChannels(pixels, rgba, {0, 0, 0, 1, 0, 2, 1, 3});
    }
    return rgba.channels() == 4 && !format.alpha ? overWhite(rgba) : rgba;
}

std::vector<std::byte> encodedByLibrary(const cv::Mat& pixels, const ImageFormat& format,
                                        const std::vector<int>& flags) {
    silenceLibrary();
    cv::Mat bgr = pixels;
    if (pixels.channels() >= 3) {
        bgr = cv::Mat();
        cv::cvtColor(pixels, bgr, pixels.channels() == 3 ? cv::COLOR_RGB2BGR : cv::COLOR_RGBA2BGRA);
    }
    std::vector<std::uint8_t> encoded;
    bool succeeded = false;
    try {
        succeeded = cv::imencode("." + format.extensions.front(), bgr, encoded, flags);
    } catch (const cv::Exception& error) {
        if (error.code == cv::Error::StsNoMem) {
            throw std::bad_alloc();
        }
    }
    if (!succeeded) {
        throw Error(ErrorCode::failed, Message("the picture cannot be written as %1", format.title),
                    "choose another format, such as PNG or TIFF");
    }
    const auto bytes = std::as_bytes(std::span(encoded));
    return {bytes.begin(), bytes.end()};
}

Image decodedByLibrary(std::vector<std::byte> bytes, const ImageFormat& format, const ImageHeader& header,
                       const std::string& origin) {
    if (format.prepare) {
        format.prepare(bytes);
    }
    cv::Mat pixels = decoded(bytes, origin);
    bytes = {};
    if (pixels.empty()) {
        throw undecodable(origin);
    }
    if (pixels.depth() == CV_64F) {
        pixels.convertTo(pixels, CV_32F);
    }
    if (pixels.depth() != cvDepth(header.depth)) {
        throw undecodable(origin);
    }
    pixels = inChannels(pixels, header.channels, origin);
    return imageFromCv(header.premultiplied ? unmultiplied(pixels) : pixels);
}

} // namespace

Image decodePixels(std::vector<std::byte> bytes, const ImageFormat& format, const ImageHeader& header,
                   const std::string& origin) {
    const Image image =
        format.decode ? format.decode(bytes, origin) : decodedByLibrary(std::move(bytes), format, header, origin);
    if (image.size() != header.size || image.channels() != header.channels) {
        throw undecodable(origin);
    }
    return image;
}

std::vector<std::byte> encodePixels(const Image& image, const ImageFormat& format, const WriteOptions& options,
                                    const ImageMetadata& metadata) {
    const cv::Mat pixels = fitted(image, format);
    if (format.encode) {
        return format.encode(imageFromCv(pixels), options, metadata);
    }
    return encodedByLibrary(pixels, format, format.flags(options, metadata));
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
