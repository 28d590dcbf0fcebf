// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core/mat.hpp>

#include <stop_token>
#include <vector>

namespace palimpsest {

/// A blur as methods in the frequency domain take it.
struct Blur {
    cv::Mat kernel;          ///< CV_32FC1, odd sides, sum 1: the point spread function, centred
    bool isPeriodic = false; ///< the blur wrapped around the borders, as in benchmarks
};

/// Wiener's filter X = conj(K) Y / (|K|^2 + sigma^2 |D|^2 / g^2), the posterior mean if gradients of the sharp picture
/// are Gaussian with standard deviation g (Wiener 1949; the spectrum 1 / |D|^2 stands for that of natural pictures).
/// What was not measured beyond the borders is estimated with the rest, by expectation maximisation in 25 rounds
/// under falling noise.
/// Planes: CV_32FC1 on [0,1]; sigma in the same unit, at least 0.0023; `gradient`: g per pixel.
/// `stop` is looked at in each round; throws Cancelled.
void deconvolveByWiener(std::vector<cv::Mat>& planes, const Blur& blur, double sigma, double gradient,
                        const std::stop_token& stop);

/// Richardson 1972, Lucy 1974: `rounds` multiplicative steps towards the greatest likelihood under Poisson noise, from
/// the blurred planes. Negative values count as zero. `stop` is looked at in each round; throws Cancelled.
void deconvolveByRichardsonLucy(std::vector<cv::Mat>& planes, const Blur& blur, int rounds,
                                const std::stop_token& stop);

} // namespace palimpsest
