// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <opencv2/core/mat.hpp>

#include <vector>

namespace palimpsest {

/// The colour channels of an image (1 or 3, without alpha) as separate CV_32FC1 planes on [0,1]. Values of float
/// pictures that are NaN become 0 and infinities +-65504; others stay as they are, beyond [0,1] too.
std::vector<cv::Mat> colourPlanes(const Image& image);

/// `image` with its colour channels replaced by `planes` where `where` (CV_8UC1 of the image's size) is above 0.
/// Integer depths are rounded and clipped; all other bytes, alpha among them, are those of `image`.
Image withColourPlanes(const Image& image, const std::vector<cv::Mat>& planes, const cv::Mat& where);

} // namespace palimpsest
