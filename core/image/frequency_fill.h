// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core/mat.hpp>

#include <stop_token>
#include <vector>

namespace palimpsest {

/// Frequency selective reconstruction (Genser et al. 2018, through OpenCV's xphoto) of planes (1, or 3 as RGB; CV_32FC1
/// on [0,1], beyond which values are clipped) where the hole (CV_8UC1) is above 0; something must be known. The library
/// works at 8 bits, and so does this. Large pictures are done in windows, those with the most known pixels first;
/// between them `stop` is looked at, which throws Cancelled.
void fillByFrequencies(std::vector<cv::Mat>& planes, const cv::Mat& hole, const std::stop_token& stop);
/// The library's best quality: smaller blocks, more rounds.
void fillByFrequenciesThoroughly(std::vector<cv::Mat>& planes, const cv::Mat& hole, const std::stop_token& stop);

} // namespace palimpsest
