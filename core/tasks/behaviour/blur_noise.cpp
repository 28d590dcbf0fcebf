// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/behaviour/blur_noise.h"

#include <ATen/ATen.h>

#include <cmath>

namespace palimpsest {
namespace {

/// Of the strongest frequency: what a kernel weakens below this counts as removed.
constexpr double kRemoved = 0.02;
/// Fewer frequencies than this tell nothing.
constexpr std::int64_t kLeastFrequencies = 64;
/// What is wrong about a picture is stronger at the frequencies that the kernel lets through than at those that it
/// removes. Found by eye: JPEG files of sharp pictures ring at 1, those of blurred pictures are cleanest at 2 to 3.
constexpr double kCaution = 2;

} // namespace

double noiseBeyondBlur(const at::Tensor& picture, const at::Tensor& kernel) {
    const std::int64_t height = picture.size(1);
    const std::int64_t width = picture.size(2);
    at::Tensor whole = at::zeros({height, width}, at::kDouble);
    whole.narrow(0, 0, kernel.size(0)).narrow(1, 0, kernel.size(1)).copy_(kernel);
    const at::Tensor response = at::fft_rfft2(whole).abs();
    const at::Tensor removed = response < kRemoved * response.max();
    if (removed.sum().item<std::int64_t>() < kLeastFrequencies) {
        return 0;
    }
    // The window keeps the jump between opposite borders out of the high frequencies.
    const at::Tensor window = at::outer(at::hann_window(height, at::kDouble), at::hann_window(width, at::kDouble));
    const at::Tensor x = picture.to(at::kDouble);
    const at::Tensor mean = (x * window).sum({1, 2}, true) / window.sum();
    const at::Tensor power = at::fft_rfft2((x - mean) * window).abs().square();
    return kCaution * std::sqrt((power.masked_select(removed).mean() / window.square().sum()).item<double>());
}

} // namespace palimpsest
