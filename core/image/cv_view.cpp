// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/cv_view.h"

#include "core/base/error.h"

#include <cstring>

namespace palimpsest {
namespace {

PixelDepth depthOf(const cv::Mat& matrix) {
    switch (matrix.depth()) {
    case CV_8U:
        return PixelDepth::uint8;
    case CV_16U:
        return PixelDepth::uint16;
    case CV_32F:
        return PixelDepth::float32;
    default:
        throw Bug("a matrix of this depth is no image");
    }
}

/// Rows of the matrix one after the other into `target`.
void copyRows(const cv::Mat& matrix, void* target) {
    const std::size_t rowBytes = matrix.cols * matrix.elemSize();
    for (int y = 0; y < matrix.rows; ++y) {
        std::memcpy(static_cast<std::byte*>(target) + y * rowBytes, matrix.ptr(y), rowBytes);
    }
}

} // namespace

int cvTypeOf(int channels, PixelDepth depth) {
    switch (depth) {
    case PixelDepth::uint8:
        return CV_8UC(channels);
    case PixelDepth::uint16:
        return CV_16UC(channels);
    case PixelDepth::float32:
        return CV_32FC(channels);
    }
    throw Bug("pixel depth without a matrix type");
}

cv::Mat cvView(const Image& image) {
    if (image.isNull()) {
        return {};
    }
    // cv::Mat has no read-only form: writing through this view breaks the contract of the header.
    auto* pixels = const_cast<std::byte*>(image.pixels().data());
    return {image.height(), image.width(), cvTypeOf(image.channels(), image.depth()), pixels, image.rowByteSize()};
}

cv::Mat cvView(const Mask& mask) {
    return mask.isNull() ? cv::Mat()
                         : cv::Mat(mask.height(), mask.width(), CV_8UC1, const_cast<std::uint8_t*>(mask.row(0)));
}

cv::Mat cvView(Mask& mask) {
    return mask.isNull() ? cv::Mat() : cv::Mat(mask.height(), mask.width(), CV_8UC1, mask.row(0));
}

Image imageFromCv(const cv::Mat& matrix) {
    if (matrix.empty() || matrix.dims != 2) {
        throw Bug("an empty matrix is no image");
    }
    std::vector<std::byte> pixels(matrix.total() * matrix.elemSize());
    copyRows(matrix, pixels.data());
    return {Size{matrix.cols, matrix.rows}, matrix.channels(), depthOf(matrix), std::move(pixels)};
}

Mask maskFromCv(const cv::Mat& matrix) {
    if (matrix.empty() || matrix.type() != CV_8UC1) {
        throw Bug("a mask comes from a matrix of single bytes");
    }
    std::vector<std::uint8_t> values(matrix.total());
    copyRows(matrix, values.data());
    return {Size{matrix.cols, matrix.rows}, std::move(values)};
}

} // namespace palimpsest
