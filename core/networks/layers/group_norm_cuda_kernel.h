// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

// Group norm with scale, offset and SiLU on a GPU: the passes of norm_kernels.h, as plain functions in the
// library palimpsest_cuda, which is opened at run time.

extern "C" {

/// Everything is in the memory of the current device. Pixels are channels-last: [samples, pixels, channels].
struct PalimpsestGroupNorm {
    const void* x;
    const void* dy;     ///< backward
    const void* addend; ///< backward; may be null
    void* result;       ///< y, or dx
    const float* scale; ///< [samples, channels], as is `offset`
    const float* offset;
    float* mean; ///< [samples, groups], as is `inverseDeviation`: written by forward, read by backward
    float* inverseDeviation;
    float* partial; ///< [samples, palimpsestGroupNormBlocks(pixels), 2, channels], scratch
    float* terms;   ///< [samples, 4, channels], scratch
    float* dScale;  ///< [samples, channels], as is `dOffset`: written by backward
    float* dOffset;
    std::int64_t samples, pixels, channels, groups;
    double epsilon;
    int silu;
    int elementType; ///< of pixels: 0 float32, 1 bfloat16, 2 float16
};

std::int64_t palimpsestGroupNormBlocks(std::int64_t pixels);

/// `stream`: a cudaStream_t. Both return a cudaError_t, 0 for success. Sums are taken in a fixed order.
int palimpsestGroupNormForwardCuda(const PalimpsestGroupNorm* norm, void* stream);
int palimpsestGroupNormBackwardCuda(const PalimpsestGroupNorm* norm, void* stream);
}
