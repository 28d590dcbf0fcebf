// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"
#include "core/image/mask.h"

#include <opencv2/core/mat.hpp>

namespace palimpsest {

/// The OpenCV element type (CV_8UC3 ...) of pixels.
int cvTypeOf(int channels, PixelDepth depth);

/// The pixels of `image` as a matrix, without a copy and in our channel order (RGB, not BGR). Read only, and valid as
/// long as `image` or a copy of it lives. Empty for a null image.
cv::Mat cvView(const Image& image);

/// The bytes of a mask as CV_8UC1 without a copy; the view of a mutable mask may be written to.
cv::Mat cvView(const Mask& mask);
cv::Mat cvView(Mask& mask);

/// Copies a matrix of depth CV_8U, CV_16U or CV_32F with 1 to 4 channels. Throws Bug for any other.
Image imageFromCv(const cv::Mat& matrix);
/// Copies a CV_8UC1 matrix. Throws Bug for any other.
Mask maskFromCv(const cv::Mat& matrix);

} // namespace palimpsest
