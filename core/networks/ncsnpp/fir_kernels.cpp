// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/ncsnpp/fir_kernels.h"

#include "core/networks/layers/vector_loops.h"

namespace palimpsest::fir_kernels {

namespace {

template <int kCount, typename T>
PALIMPSEST_INLINE void mixRowsOf(const T* const* rows, const float* weight, std::int64_t length,
                                 float* __restrict out) {
    const T* __restrict row0 = rows[0];
    const T* __restrict row1 = rows[kCount > 1 ? 1 : 0];
    const T* __restrict row2 = rows[kCount > 2 ? 2 : 0];
    const T* __restrict row3 = rows[kCount > 3 ? 3 : 0];
    for (std::int64_t i = 0; i < length; ++i) {
        float sum = weight[0] * load(row0[i]);
        if constexpr (kCount > 1) {
            sum += weight[1] * load(row1[i]);
        }
        if constexpr (kCount > 2) {
            sum += weight[2] * load(row2[i]);
        }
        if constexpr (kCount > 3) {
            sum += weight[3] * load(row3[i]);
        }
        out[i] = sum;
    }
}

template <typename T>
PALIMPSEST_INLINE void mixRowsAny(const T* const* rows, const Taps& taps, std::int64_t length, float* out) {
    switch (taps.count) {
    case 1:
        return mixRowsOf<1>(rows, taps.weight, length, out);
    case 2:
        return mixRowsOf<2>(rows, taps.weight, length, out);
    case 3:
        return mixRowsOf<3>(rows, taps.weight, length, out);
    default:
        return mixRowsOf<4>(rows, taps.weight, length, out);
    }
}

template <int kCount, typename T>
PALIMPSEST_INLINE void mixPixelsOf(const float* __restrict in, const float* weight, const Stride& stride,
                                   T* __restrict out) {
    const std::int64_t channels = stride.channels;
    for (std::int64_t p = 0; p < stride.pixels; ++p) {
        for (std::int64_t c = 0; c < channels; ++c) {
            float sum = weight[0] * in[c] + weight[1] * in[c + channels];
            if constexpr (kCount > 2) {
                sum += weight[2] * in[c + 2 * channels] + weight[3] * in[c + 3 * channels];
            }
            store(out[c], sum);
        }
        in += stride.inStep * channels;
        out += stride.outStep * channels;
    }
}

template <typename T>
PALIMPSEST_INLINE void mixPixelsAny(const float* in, const Taps& taps, const Stride& stride, T* out) {
    taps.count == 2 ? mixPixelsOf<2>(in, taps.weight, stride, out) : mixPixelsOf<4>(in, taps.weight, stride, out);
}

} // namespace

PALIMPSEST_VECTOR_LEVELS
void mixRows(const float* const* rows, const Taps& taps, std::int64_t length, float* out) {
    mixRowsAny(rows, taps, length, out);
}

PALIMPSEST_VECTOR_LEVELS
void mixRows(const std::uint16_t* const* rows, const Taps& taps, std::int64_t length, float* out) {
    mixRowsAny(rows, taps, length, out);
}

PALIMPSEST_VECTOR_LEVELS
void mixPixels(const float* in, const Taps& taps, const Stride& stride, float* out) {
    mixPixelsAny(in, taps, stride, out);
}

PALIMPSEST_VECTOR_LEVELS
void mixPixels(const float* in, const Taps& taps, const Stride& stride, std::uint16_t* out) {
    mixPixelsAny(in, taps, stride, out);
}

} // namespace palimpsest::fir_kernels
