// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/cv_view.h"
#include "core/image/image.h"

namespace palimpsest {

/// A picture as its meaning as a mask is judged by, in bytes. 16-bit and float values that stay within 0 .. 255 of
/// their range count as bytes: programs widen masks without scaling them.
struct MaskPlanes {
    cv::Mat colours; ///< CV_8UC3
    cv::Mat grey;    ///< CV_8U, Rec. 601
    cv::Mat alpha;   ///< CV_8U, 255 where there is none
    cv::Mat visible; ///< CV_8U, 255 where alpha is at least half
    bool hasClearPart = false;

    /// Nearly all that is visible is near black or near white, and both occur.
    bool isBlackAndWhite() const;
    bool isColourful() const;
};

MaskPlanes maskPlanes(const Image& image);

/// CV_8U: of the three channels' differences the largest.
cv::Mat largestDifference(const cv::Mat& a, const cv::Mat& b);
/// Standard deviation of the colours over the pixels of `where`, levels of 255.
double variation(const cv::Mat& colours, const cv::Mat& where);
bool looksLikePhotograph(const MaskPlanes& planes);
/// Grey values that number classes: small ones fill areas.
bool holdsLabels(const MaskPlanes& planes);
/// 255 where the colour is not that of the background: black, or the most frequent one of the border.
cv::Mat notBackground(const MaskPlanes& planes);
/// The grey values; two alone, neither of them black, become black and white.
cv::Mat stretched(const MaskPlanes& planes);

} // namespace palimpsest
