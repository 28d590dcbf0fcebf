// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/layers/norm_kernels.h"

#include "core/networks/layers/vector_loops.h"

#include <bit>

namespace palimpsest::norm_kernels {

namespace {

/// 1 / (1 + exp(-z)) to about 3e-7 relative, without a call, so that loops stay vector loops. A NaN stays one.
PALIMPSEST_INLINE float sigmoid(float z) {
    constexpr float kLog2E = 1.44269504F;
    constexpr float kRounder = 12582912.0F; // 1.5 * 2^23: adding it rounds to an integer
    float t = -z * kLog2E;
    t = t > 120.0F ? 120.0F : t;
    t = t < -120.0F ? -120.0F : t;
    const float shifted = t + kRounder;
    const float f = t - (shifted - kRounder); // in [-0.5, 0.5]
    float power = 1.3333558e-3F;              // Taylor series of 2^f
    power = power * f + 9.6181291e-3F;
    power = power * f + 5.5504109e-2F;
    power = power * f + 2.4022651e-1F;
    power = power * f + 6.9314718e-1F;
    power = power * f + 1.0F;
    const std::uint32_t exponent = std::bit_cast<std::uint32_t>(shifted) << 23;
    const float exponential = std::bit_cast<float>(std::bit_cast<std::uint32_t>(power) + exponent);
    return 1.0F / (1.0F + exponential);
}

/// dy * activation'(z)
template <bool kSilu>
PALIMPSEST_INLINE float throughActivation(float dy, float z) {
    if constexpr (kSilu) {
        const float s = sigmoid(z);
        return dy * s * (1.0F + z * (1.0F - s));
    }
    return dy;
}

template <typename T>
PALIMPSEST_INLINE void momentsOf(const T* __restrict x, std::int64_t pixels, std::int64_t channels,
                                 float* __restrict sum, float* __restrict sumX) {
    for (std::int64_t p = 0; p < pixels; ++p, x += channels) {
        for (std::int64_t c = 0; c < channels; ++c) {
            const float value = load(x[c]);
            sum[c] += value;
            sumX[c] += value * value;
        }
    }
}

template <bool kSilu, typename T>
PALIMPSEST_INLINE void applyTo(const T* __restrict x, std::int64_t pixels, const Affine& affine, T* __restrict y) {
    const float* __restrict scale = affine.scale;
    const float* __restrict offset = affine.offset;
    const std::int64_t channels = affine.channels;
    for (std::int64_t p = 0; p < pixels; ++p, x += channels, y += channels) {
        for (std::int64_t c = 0; c < channels; ++c) {
            const float z = scale[c] * load(x[c]) + offset[c];
            store(y[c], kSilu ? z * sigmoid(z) : z);
        }
    }
}

template <bool kSilu, typename T>
PALIMPSEST_INLINE void gradientMomentsOf(const T* __restrict x, const T* __restrict dy, std::int64_t pixels,
                                         const Affine& affine, float* __restrict sum, float* __restrict sumX) {
    const float* __restrict scale = affine.scale;
    const float* __restrict offset = affine.offset;
    const std::int64_t channels = affine.channels;
    for (std::int64_t p = 0; p < pixels; ++p, x += channels, dy += channels) {
        for (std::int64_t c = 0; c < channels; ++c) {
            const float value = load(x[c]);
            const float dz = throughActivation<kSilu>(load(dy[c]), scale[c] * value + offset[c]);
            sum[c] += dz;
            sumX[c] += dz * value;
        }
    }
}

template <bool kSilu, bool kAdds, typename T>
PALIMPSEST_INLINE void gradientApplyTo(const T* __restrict x, const T* __restrict dy, std::int64_t pixels,
                                       const Affine& affine, const InputGradient& gradient, const T* __restrict addend,
                                       T* __restrict dx) {
    const float* __restrict scale = affine.scale;
    const float* __restrict offset = affine.offset;
    const float* __restrict slope = gradient.slope;
    const float* __restrict constant = gradient.constant;
    const std::int64_t channels = affine.channels;
    for (std::int64_t p = 0; p < pixels; ++p, x += channels, dy += channels, dx += channels) {
        for (std::int64_t c = 0; c < channels; ++c) {
            const float value = load(x[c]);
            const float dz = throughActivation<kSilu>(load(dy[c]), scale[c] * value + offset[c]);
            const float sum = scale[c] * dz + slope[c] * value + constant[c];
            store(dx[c], kAdds ? sum + load(addend[c]) : sum);
        }
        if constexpr (kAdds) {
            addend += channels;
        }
    }
}

template <bool kSilu, typename T>
PALIMPSEST_INLINE void gradientApplyAny(const T* x, const T* dy, std::int64_t pixels, const Affine& affine,
                                        const InputGradient& gradient, const T* addend, T* dx) {
    addend == nullptr ? gradientApplyTo<kSilu, false>(x, dy, pixels, affine, gradient, addend, dx)
                      : gradientApplyTo<kSilu, true>(x, dy, pixels, affine, gradient, addend, dx);
}

} // namespace

PALIMPSEST_VECTOR_LEVELS
void moments(const float* x, std::int64_t pixels, std::int64_t channels, float* sum, float* sumX) {
    momentsOf(x, pixels, channels, sum, sumX);
}

PALIMPSEST_VECTOR_LEVELS
void moments(const std::uint16_t* x, std::int64_t pixels, std::int64_t channels, float* sum, float* sumX) {
    momentsOf(x, pixels, channels, sum, sumX);
}

PALIMPSEST_VECTOR_LEVELS
void apply(const float* x, std::int64_t pixels, const Affine& affine, float* y) {
    affine.silu ? applyTo<true>(x, pixels, affine, y) : applyTo<false>(x, pixels, affine, y);
}

PALIMPSEST_VECTOR_LEVELS
void apply(const std::uint16_t* x, std::int64_t pixels, const Affine& affine, std::uint16_t* y) {
    affine.silu ? applyTo<true>(x, pixels, affine, y) : applyTo<false>(x, pixels, affine, y);
}

PALIMPSEST_VECTOR_LEVELS
void gradientMoments(const float* x, const float* dy, std::int64_t pixels, const Affine& affine, float* sum,
                     float* sumX) {
    affine.silu ? gradientMomentsOf<true>(x, dy, pixels, affine, sum, sumX)
                : gradientMomentsOf<false>(x, dy, pixels, affine, sum, sumX);
}

PALIMPSEST_VECTOR_LEVELS
void gradientMoments(const std::uint16_t* x, const std::uint16_t* dy, std::int64_t pixels, const Affine& affine,
                     float* sum, float* sumX) {
    affine.silu ? gradientMomentsOf<true>(x, dy, pixels, affine, sum, sumX)
                : gradientMomentsOf<false>(x, dy, pixels, affine, sum, sumX);
}

PALIMPSEST_VECTOR_LEVELS
void gradientApply(const float* x, const float* dy, std::int64_t pixels, const Affine& affine,
                   const InputGradient& gradient, const float* addend, float* dx) {
    affine.silu ? gradientApplyAny<true>(x, dy, pixels, affine, gradient, addend, dx)
                : gradientApplyAny<false>(x, dy, pixels, affine, gradient, addend, dx);
}

PALIMPSEST_VECTOR_LEVELS
void gradientApply(const std::uint16_t* x, const std::uint16_t* dy, std::int64_t pixels, const Affine& affine,
                   const InputGradient& gradient, const std::uint16_t* addend, std::uint16_t* dx) {
    affine.silu ? gradientApplyAny<true>(x, dy, pixels, affine, gradient, addend, dx)
                : gradientApplyAny<false>(x, dy, pixels, affine, gradient, addend, dx);
}

} // namespace palimpsest::norm_kernels
