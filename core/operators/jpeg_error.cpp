// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Coefficients of a frequency have the density exp(-|c| / b) / 2b (Reininger and Gibson 1983: Laplacian). A share
// p0 = 1 - exp(-a / b) lies within half a step a of zero and was rounded to it; their mean square is
// (2 b^2 - exp(-a / b) (a^2 + 2 a b + 2 b^2)) / p0. Those beyond are spread evenly over a cell: (2 a)^2 / 12.
// Frequencies that were rounded to zero nearly everywhere do not tell their b: pictures follow a power law of the
// frequency (Field 1987), which is fitted to those that do.
#include "core/operators/jpeg_error.h"

#include "core/operators/block_cosines.h"

#include <ATen/ATen.h>

#include <cmath>

namespace palimpsest {
namespace {

constexpr double kHalfRange = 127.5; // [-1,1] to [0,255]

/// [n,8,8] float64: the coefficients of the brightness of all whole blocks.
at::Tensor brightnessCoefficients(const at::Tensor& picture, const std::vector<std::int64_t>& mirrored) {
    const at::Tensor turned = mirrored.empty() ? picture : picture.flip(mirrored);
    const at::Tensor x = turned[0].to(at::kCPU, at::kDouble);
    const at::Tensor luma = (0.299 * x[0] + 0.587 * x[1] + 0.114 * x[2]) * kHalfRange - 0.5;
    const at::Tensor blocks =
        luma.unfold(0, kJpegBlock, kJpegBlock).unfold(1, kJpegBlock, kJpegBlock).reshape({-1, kJpegBlock, kJpegBlock});
    const at::Tensor cosines = blockCosines();
    return cosines.matmul(blocks).matmul(cosines.t());
}

/// Widths b [8,8] with those that `told` does not hold for replaced by the power law of the others.
at::Tensor completed(const at::Tensor& widths, const at::Tensor& told) {
    constexpr std::int64_t kLeastTold = 3;
    const at::Tensor index = at::arange(kJpegBlock, at::kDouble);
    const at::Tensor frequency = (index.square().unsqueeze(1) + index.square()).clamp_min(0.25).sqrt().log();
    const at::Tensor x = frequency.masked_select(told);
    if (x.numel() < kLeastTold) {
        return widths;
    }
    const at::Tensor y = widths.masked_select(told).log();
    const at::Tensor slope = ((x - x.mean()) * (y - y.mean())).sum() / (x - x.mean()).square().sum();
    const at::Tensor law = (y.mean() + slope.clamp_max(0) * (frequency - x.mean())).exp();
    return at::where(told, widths, at::minimum(law, widths));
}

} // namespace

double expectedJpegError(const at::Tensor& picture, const at::Tensor& steps,
                         const std::vector<std::int64_t>& mirrored) {
    if (picture.size(2) < kJpegBlock || picture.size(3) < kJpegBlock) {
        return 0;
    }
    const at::Tensor halfStep = steps.to(at::kCPU, at::kDouble) / 2;
    const at::Tensor coefficients = brightnessCoefficients(picture, mirrored);
    const auto count = static_cast<double>(coefficients.size(0));
    // Half a coefficient more on either side: no share is 0 or 1.
    const at::Tensor zeros = (((coefficients.abs() < halfStep).to(at::kDouble).sum(0) + 0.5) / (count + 1));
    constexpr double kTelling = 8; // coefficients that are not zero
    const at::Tensor width = completed(-halfStep / at::log1p(-zeros), (1 - zeros) * count >= kTelling);
    const at::Tensor within =
        2 * width.square() - (1 - zeros) * (halfStep.square() + 2 * halfStep * width + 2 * width.square());
    const at::Tensor beyond = (1 - zeros) * halfStep.square() / 3;
    return std::sqrt((within + beyond).mean().item<double>()) / kHalfRange;
}

} // namespace palimpsest
