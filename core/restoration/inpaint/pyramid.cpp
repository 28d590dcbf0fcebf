// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/inpaint/pyramid.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace palimpsest {
namespace {

constexpr int kSmallestSide = 8;
constexpr int kMostLevels = 12;

at::Tensor halved(const at::Tensor& x) {
    return at::avg_pool2d(x, {2, 2}, {2, 2}, {0, 0}, /*ceil_mode=*/true, /*count_include_pad=*/false);
}

PyramidLevel coarser(const PyramidLevel& level) {
    const at::Tensor share = halved(1 - level.hole);
    const at::Tensor mean = halved(level.known) / share.clamp_min(1e-6);
    const at::Tensor hole = (share < 0.5).to(at::kFloat);
    return {mean * (1 - hole), hole};
}

} // namespace

int pyramidLevelCount(int width, int height, double radius, double coarsestRadius) {
    int levels = 1;
    while (radius > coarsestRadius && std::min(width, height) / 2 >= kSmallestSide && levels < kMostLevels) {
        radius /= 2;
        width = (width + 1) / 2;
        height = (height + 1) / 2;
        ++levels;
    }
    return levels;
}

std::vector<PyramidLevel> buildPyramid(const at::Tensor& picture, const at::Tensor& hole, double radius,
                                       double coarsestRadius) {
    std::vector<PyramidLevel> levels{{picture * (1 - hole), hole}};
    const int count =
        pyramidLevelCount(static_cast<int>(picture.size(3)), static_cast<int>(picture.size(2)), radius, coarsestRadius);
    while (static_cast<int>(levels.size()) < count) {
        levels.push_back(coarser(levels.back()));
    }
    return levels;
}

at::Tensor upsampled(const at::Tensor& coarse, const at::Tensor& finer) {
    const std::int64_t height = 2 * coarse.size(2);
    const std::int64_t width = 2 * coarse.size(3);
    return at::upsample_bilinear2d(coarse, {height, width}, /*align_corners=*/false)
        .slice(2, 0, finer.size(2))
        .slice(3, 0, finer.size(3));
}

} // namespace palimpsest
