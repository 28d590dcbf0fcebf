// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core/mat.hpp>

#include <stop_token>
#include <vector>

namespace palimpsest {

/// BM3D of planes (CV_32FC1 on [0,1], one or three of the same size) with white Gaussian noise of standard deviation
/// sigma: groups of similar blocks are filtered together, first by a threshold, then by a Wiener filter that takes the
/// first result as its pilot. Three planes are turned into an orthonormal opponent space, and grouped by its luminance.
/// The result does not depend on the number of threads. `stop` is looked at between rows of blocks; throws Cancelled.
/// Sources: Dabov, Foi, Katkovnik, Egiazarian 2007 (Image denoising by sparse 3-D transform-domain collaborative
/// filtering, section V, normal profile: 8 x 8 blocks at every third pixel, search window 39 x 39, groups of 16 and
/// 32), and the same authors' C-BM3D 2007. Deviation: more noise than 40/255 changes the limits of similarity alone.
void denoiseByBlockMatching(std::vector<cv::Mat>& planes, double sigma, const std::stop_token& stop);

} // namespace palimpsest
