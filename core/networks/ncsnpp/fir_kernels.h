// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace palimpsest {

/// The two passes of a separable filter of at most four taps over channels-last pixels, without LibTorch, for the
/// CPU. BFloat16 values travel as their 16 bits.
namespace fir_kernels {

struct Taps {
    float weight[4];
    int count;
};

/// out[i] = sum over k of weight[k] * rows[k][i], for 0 <= i < length. taps.count: 1 to 4.
void mixRows(const float* const* rows, const Taps& taps, std::int64_t length, float* out);
void mixRows(const std::uint16_t* const* rows, const Taps& taps, std::int64_t length, float* out);

/// Which pixels of a row: output pixel p is read from `inStep * p` on and written to `outStep * p`.
struct Stride {
    std::int64_t pixels, channels, inStep, outStep;
};

/// Output pixel p = sum over k of weight[k] * input pixel (inStep * p + k). taps.count: 2 or 4.
void mixPixels(const float* in, const Taps& taps, const Stride& stride, float* out);
void mixPixels(const float* in, const Taps& taps, const Stride& stride, std::uint16_t* out);

} // namespace fir_kernels

} // namespace palimpsest
