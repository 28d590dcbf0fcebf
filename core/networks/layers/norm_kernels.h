// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace palimpsest {

/// The four passes of group norm + activation over channels-last pixels, without LibTorch, for the CPU.
/// A pass sees `pixels` pixels of `channels` values; the affine map of one sample is z = scale[c] * x + offset[c].
/// Sums are added to what `sum` and `sumX` hold. BFloat16 values travel as their 16 bits.
namespace norm_kernels {

struct Affine {
    const float* scale;
    const float* offset;
    std::int64_t channels;
    bool silu; ///< y = z * sigmoid(z), otherwise y = z
};

/// sum[c] += x, sumX[c] += x^2
void moments(const float* x, std::int64_t pixels, std::int64_t channels, float* sum, float* sumX);
void moments(const std::uint16_t* x, std::int64_t pixels, std::int64_t channels, float* sum, float* sumX);

/// y = activation(z)
void apply(const float* x, std::int64_t pixels, const Affine& affine, float* y);
void apply(const std::uint16_t* x, std::int64_t pixels, const Affine& affine, std::uint16_t* y);

/// With dz = dy * activation'(z): sum[c] += dz, sumX[c] += dz * x
void gradientMoments(const float* x, const float* dy, std::int64_t pixels, const Affine& affine, float* sum,
                     float* sumX);
void gradientMoments(const std::uint16_t* x, const std::uint16_t* dy, std::int64_t pixels, const Affine& affine,
                     float* sum, float* sumX);

/// dx = scale[c] * dz + slope[c] * x + constant[c] + addend; no addend: a null pointer
struct InputGradient {
    const float* slope;
    const float* constant;
};
void gradientApply(const float* x, const float* dy, std::int64_t pixels, const Affine& affine,
                   const InputGradient& gradient, const float* addend, float* dx);
void gradientApply(const std::uint16_t* x, const std::uint16_t* dy, std::int64_t pixels, const Affine& affine,
                   const InputGradient& gradient, const std::uint16_t* addend, std::uint16_t* dx);

} // namespace norm_kernels

} // namespace palimpsest
