// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"
#include "core/image/mask.h"

namespace palimpsest {

// How near `image` is to `reference`. Both have equal size and channels (else Bug); depths may differ; alpha is not
// looked at. With a `region`, only what its pixels above 0 say counts (filters still see their neighbours); a region
// without such pixels differs in nothing.

/// Peak signal-to-noise ratio in dB over all colour channels, values and peak on [0,1]. Infinite for equal pixels.
double psnr(const Image& reference, const Image& image, const Mask* region = nullptr);

/// Structural similarity, mean of the map, 1 for equal pictures (Wang, Bovik, Sheikh, Simoncelli 2004, eq. 13: Gaussian
/// window of 11 x 11, sigma 1.5, K1 = 0.01, K2 = 0.03), values on [0,1], L = 1, the map averaged over colour channels.
/// Deviation: pictures are mirrored at the border, so that every pixel has a value (the paper drops the outer 5).
double ssim(const Image& reference, const Image& image, const Mask* region = nullptr);

/// Haar wavelet-based perceptual similarity index, 0 to 1 (Reisenhofer, Bosse, Kutyniok, Wiegand 2018: eq. 10 for grey,
/// eq. 15 for RGB through YIQ), values on [0,255], C = 30, alpha = 4.2, at half resolution as there, zero outside.
/// With a `region` the weighted means run over the half-resolution pixels that hold at least one of its pixels; where
/// nothing there has a weight, the mean is plain.
double haarPsi(const Image& reference, const Image& image, const Mask* region = nullptr);

} // namespace palimpsest
