// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core/mat.hpp>

#include <stop_token>
#include <vector>

namespace palimpsest {

/// Spreads colours from hints over a grey picture, fast along even greys and slowly over edges: neighbouring pixels
/// with similar greys get similar colours (Levin, Lischinski and Weiss 2004, eq. 1 and 2). The minimum of
/// sum over neighbours r, s of w_rs (u_r - u_s)^2 + sum over hints of c_r (u_r - h_r)^2, where
/// w_rs = exp(-(Y_r - Y_s)^2 / 2 v) with v the variance of grey around both, by conjugate gradients from the solution
/// at half size and so on. Deviation: the paper's affinities, which sum to one for each pixel, are replaced by these
/// symmetric ones. `grey`: CV_32FC1 on [0,1]; `chroma`: planes CV_32FC1 holding the hints' values, `confidence` c:
/// CV_32FC1, 0 where there is no hint. Returns planes like `chroma`; zero everywhere if there is no hint. `stop`: each
/// 10 ms a megapixel; throws Cancelled.
std::vector<cv::Mat> spreadColours(const cv::Mat& grey, const std::vector<cv::Mat>& chroma, const cv::Mat& confidence,
                                   const std::stop_token& stop);

} // namespace palimpsest
