// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core/mat.hpp>

namespace palimpsest {

// A plane (CV_32FC1) at `factor` (1 or more) times the size, by a filter along rows and columns. Each pixel stands for
// a square of factor x factor new ones, so that their area mean is near it; the border is mirrored. Values may
// overshoot.

/// Lanczos-windowed sinc of three lobes, weights normalised at each position (Duchon 1979).
cv::Mat enlargedByLanczos(const cv::Mat& plane, int factor);
/// Cubic convolution with a = -1/2, which is exact for parabolas (Keys 1981, eq. 15).
cv::Mat enlargedByCubic(const cv::Mat& plane, int factor);

} // namespace palimpsest
