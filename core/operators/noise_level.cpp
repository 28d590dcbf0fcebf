// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The idea of Pyatykh, Hesser, Zheng (2013) and Chen, Zhu, Heng (2015): small patches of a picture vary in few
// directions, white noise in all, so that the smallest eigenvalues of the patches' covariance are its variance.
// Ours: patches span all channels (texture is nearly the same in red, green and blue, noise is not); only the blocks of
// the picture with the least texture count, and they overlap, so that a quiet place is found wherever it lies; and
// blocks and directions are chosen in two quarters of each block, in opposite corners, while the variance is taken from
// the other two, whose noise is independent: choosing the smallest then has no bias. The median over the blocks leaves
// out those that had their texture in the other quarters.
#include "core/operators/noise_level.h"

#include "core/base/error.h"
#include "core/tensor/finite.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <tuple>

namespace palimpsest {
namespace {

constexpr std::int64_t kBlock = 32;
constexpr std::int64_t kLeastStride = 8; // px from block to block, which overlap in small pictures
constexpr std::int64_t kMostBlocks = 1024;
constexpr double kKept = 0.03;    // of the blocks: those with the least texture
constexpr double kClipped = 0.02; // of a block's values at 0 or 1, where noise was cut off
constexpr double kLeastClipped = 0.25;

/// What is looked at in a block.
struct PatchSize {
    std::int64_t side;
    double quietest; ///< share of a patch's dimensions in which there is the least of the picture
};

/// Grey ones need more pixels to have quiet directions: they lack the differences between colours.
PatchSize patchFor(std::int64_t channels) { return channels == 1 ? PatchSize{6, 0.05} : PatchSize{4, 0.1}; }

/// A grey picture that is stored in colours has one noise, not three: its channels are taken as one.
at::Tensor withoutEqualColours(const at::Tensor& picture) {
    constexpr double kEqual = 1.0 / 255; // root mean square by which compression makes them differ
    const at::Tensor grey = picture.mean(0, true);
    return (picture - grey).square().mean().sqrt().item<double>() < kEqual ? grey : picture;
}

/// About kMostBlocks blocks at most, spread over the picture, [B,C,kBlock,kBlock].
at::Tensor blocksOf(const at::Tensor& picture) {
    const auto area = static_cast<double>(picture.size(1) * picture.size(2));
    const auto stride = std::max(kLeastStride, static_cast<std::int64_t>(std::ceil(std::sqrt(area / kMostBlocks))));
    const at::Tensor all = picture.unfold(1, kBlock, stride).unfold(2, kBlock, stride).permute({1, 2, 0, 3, 4});
    return all.reshape({-1, picture.size(0), kBlock, kBlock});
}

/// Those that are hardly clipped, or if there are few, the least clipped.
at::Tensor withoutClipped(const at::Tensor& blocks) {
    const at::Tensor clipped = (blocks.eq(0) | blocks.eq(1)).to(at::kDouble).mean({1, 2, 3});
    const at::Tensor limit = clipped.quantile(kLeastClipped).clamp_min(kClipped);
    return blocks.index({clipped <= limit});
}

/// The covariance of all patches of each block, [B,D,D].
at::Tensor covariances(const at::Tensor& blocks) {
    const std::int64_t side = patchFor(blocks.size(1)).side;
    const at::Tensor patches = blocks.unfold(2, side, 1).unfold(3, side, 1).permute({0, 2, 3, 1, 4, 5});
    const at::Tensor rows = patches.reshape({blocks.size(0), patches.size(1) * patches.size(2), -1});
    const at::Tensor centred = rows - rows.mean(1, true);
    return at::bmm(centred.mT(), centred) / static_cast<double>(rows.size(1) - 1);
}

/// The same of two quarters of each block: on the falling diagonal, or on the rising one.
at::Tensor covariancesOnDiagonal(const at::Tensor& blocks, bool isRising) {
    constexpr std::int64_t half = kBlock / 2;
    const auto quarter = [&](std::int64_t top, std::int64_t left) {
        return covariances(blocks.narrow(2, top, half).narrow(3, left, half));
    };
    return isRising ? (quarter(half, 0) + quarter(0, half)) / 2 : (quarter(0, 0) + quarter(half, half)) / 2;
}

std::int64_t part(double fraction, std::int64_t whole) {
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(fraction * static_cast<double>(whole))));
}

} // namespace

double estimatedNoiseLevel(const at::Tensor& picture) {
    if (picture.dim() != 3 || std::min(picture.size(1), picture.size(2)) < kBlock) {
        throw Error(ErrorCode::badInput, "the noise of a picture below 32 px a side cannot be estimated",
                    "give the noise level");
    }
    const at::Tensor whole = withoutEqualColours(picture.detach().to(at::kCPU, at::kDouble));
    if (!allFinite(whole)) {
        throw Error(ErrorCode::badInput, "the picture holds NaN or infinite values", "use another picture");
    }
    const at::Tensor blocks = withoutClipped(blocksOf(whole));
    const at::Tensor choosing = covariancesOnDiagonal(blocks, false);
    const std::int64_t directions = part(patchFor(whole.size(0)).quietest, choosing.size(1));
    const at::Tensor texture = at::linalg_eigvalsh(choosing).narrow(1, 0, directions).mean(1);
    const at::Tensor quiet = std::get<1>(at::topk(texture, part(kKept, texture.size(0)), 0, false));
    const at::Tensor axes =
        std::get<1>(at::linalg_eigh(choosing.index_select(0, quiet).mean(0))).narrow(1, 0, directions);
    const at::Tensor measuring = covariancesOnDiagonal(blocks.index_select(0, quiet), true);
    const at::Tensor variances = (measuring.matmul(axes) * axes).sum(1).mean(1);
    return std::sqrt(variances.quantile(0.5).clamp_min(0).item<double>());
}

} // namespace palimpsest
