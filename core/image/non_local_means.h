// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core/mat.hpp>

#include <stop_token>
#include <vector>

namespace palimpsest {

struct NonLocalMeans {
    double sigma = 0;      ///< of the noise, [0,1] units
    double strength = 0.4; ///< h = strength * sigma
    int patchRadius = 2;   ///< px
    int searchRadius = 10; ///< px
};

/// Non-local means of planes (CV_32FC1), all channels weighted alike: each pixel becomes the mean of those around whose
/// patches look like its own, with weights exp(-max(d^2 - 2 sigma^2, 0) / h^2) where d^2 is the mean squared difference
/// of the patches (Buades, Coll and Morel 2005 and 2011). In float, so that deep pictures stay deep. The pixel itself
/// weighs as much as the best of the others. `stop` is looked at between strips of rows; throws Cancelled.
void averageNonLocally(std::vector<cv::Mat>& planes, const NonLocalMeans& settings, const std::stop_token& stop);

} // namespace palimpsest
