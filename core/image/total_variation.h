// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/deconvolution.h"

#include <opencv2/core/mat.hpp>

#include <stop_token>
#include <vector>

namespace palimpsest {

/// Least squares with the total variation of Rudin, Osher and Fatemi (1992): the minimum over u of
/// |k * u - y|^2 / 2 + weight * sum |grad u|, the gradients of all channels in one norm (Blomgren and Chan 1998), so
/// that edges of colours stay together. By split Bregman iterations (Goldstein and Osher 2009, section 4), each solved
/// exactly by a Fourier transform; deviation: one system for denoising and deblurring, and what was not measured beyond
/// the borders is estimated with the rest, under a weight that falls to `weight` in the first 30 rounds.
/// Planes: CV_32FC1 on [0,1]. A kernel of one pixel denoises. `stop` is looked at between the transforms of a round
/// (below 0.1 s a megapixel); throws Cancelled.
void minimiseTotalVariation(std::vector<cv::Mat>& planes, const Blur& blur, double weight, int rounds,
                            const std::stop_token& stop);

} // namespace palimpsest
