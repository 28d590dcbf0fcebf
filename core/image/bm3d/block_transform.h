// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace palimpsest {

constexpr int kBlockSide = 8; ///< px
constexpr int kBlockArea = kBlockSide * kBlockSide;

/// A separable transform of blocks of 8 x 8 values: spectrum = T block T^t, block = I spectrum I^t, I the inverse of T.
/// The rows of T have unit length, so that white noise keeps its deviation in every coefficient. Row-major.
struct BlockTransform {
    std::array<float, kBlockArea> forward{};
    std::array<float, kBlockArea> inverse{};
};

/// Biorthogonal spline wavelet 1.5, decomposed to a single mean, periodic.
const BlockTransform& splineWavelet();
/// DCT-II, orthonormal.
const BlockTransform& cosineTransform();

/// Kaiser window of beta 2, in both directions: weights of the pixels of a block.
const std::array<float, kBlockArea>& blockWindow();

} // namespace palimpsest
