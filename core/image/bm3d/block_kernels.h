// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/bm3d/block_transform.h"

#include <cstddef>

namespace palimpsest {

/// sums[i]: sum of the squared differences of two blocks of 8 x 8 px that begin at a + i and b + i, for i below
/// `blocks`. `sums` has room for 7 more values. stride: values from row to row.
void blockDistances(const float* a, const float* b, std::ptrdiff_t stride, int blocks, float* sums);

/// The spectrum of the block whose first pixel is at `pixels`.
void blockSpectrum(const float* pixels, std::ptrdiff_t stride, const BlockTransform& transform, float* spectrum);

/// Adds weight * window * block to `sums` and weight * window to `weights`, where block is that of the spectrum.
struct BlockTarget {
    float* sums;
    float* weights;
    std::ptrdiff_t stride;
};
void addBlock(const float* spectrum, const BlockTransform& transform, float weight, const BlockTarget& target);

/// Spectra of `count` blocks (a power of 2, at most 32), one after the other, transformed from block to block by an
/// orthonormal Haar wavelet: those that are below the threshold become zero, and the wavelet is undone. Returns how
/// many were kept.
int thresholdGroup(float* spectra, int count, float threshold);

/// The same with a Wiener filter: what the spectra of the pilot say about the signal, against the variance of the
/// noise. `pilot` is overwritten. Returns the sum of the squared factors.
float wienerGroup(float* spectra, float* pilot, int count, float variance);

} // namespace palimpsest
