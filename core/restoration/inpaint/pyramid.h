// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

namespace palimpsest {

/// One level: the picture at a reduced size.
struct PyramidLevel {
    at::Tensor known; ///< [1,3,H,W] in [-1,1], 0 inside the hole
    at::Tensor hole;  ///< [1,1,H,W], 1 where nothing is known and else 0
};

/// Level 0 is the full size; every further one has half of it, odd sizes rounded up. A coarse pixel is the mean of the
/// known ones below it and counts as known if at least half of them are (thin scratches vanish, and nothing of the
/// damage leaks). Built until the hole's radius is at most `coarsestRadius` pixels, or the shorter side would fall
/// below 8.
std::vector<PyramidLevel> buildPyramid(const at::Tensor& picture, const at::Tensor& hole, double radius,
                                       double coarsestRadius);

/// How many levels buildPyramid makes for a picture of that size.
int pyramidLevelCount(int width, int height, double radius, double coarsestRadius);

/// `coarse` [1,3,h,w] at the size of the next finer level, bilinear.
at::Tensor upsampled(const at::Tensor& coarse, const at::Tensor& finer);

} // namespace palimpsest
