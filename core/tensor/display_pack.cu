// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/display_pack_kernel.h"

#include <algorithm>
#include <cuda_runtime.h>

namespace {

constexpr int kThreads = 256;
constexpr std::int64_t kMostBlocks = 65535;

__device__ std::uint32_t level(float value) {
    // fmaxf drops a NaN, so that it is black as on the CPU; no fused multiply-add, so that both round alike.
    const float scaled = __fadd_rn(__fmul_rn(value, 127.5f), 128.0f);
    return static_cast<std::uint32_t>(fminf(fmaxf(scaled, 0.0f), 255.0f));
}

__global__ void packPixels(const float* red, const float* green, const float* blue, std::int64_t pixelCount,
                           std::uint32_t* pixels) {
    const std::int64_t stride = static_cast<std::int64_t>(gridDim.x) * blockDim.x;
    for (std::int64_t i = static_cast<std::int64_t>(blockIdx.x) * blockDim.x + threadIdx.x; i < pixelCount;
         i += stride) {
        pixels[i] = 0xFF000000u | level(red[i]) << 16 | level(green[i]) << 8 | level(blue[i]);
    }
}

} // namespace

extern "C" int palimpsestPackPixelsCuda(const float* planes, int channels, std::int64_t pixelCount,
                                        std::uint32_t* pixels, void* stream) {
    if (pixelCount == 0) {
        return cudaSuccess;
    }
    const std::int64_t step = channels == 3 ? pixelCount : 0;
    const std::int64_t blocks = std::min((pixelCount + kThreads - 1) / kThreads, kMostBlocks);
    packPixels<<<static_cast<unsigned>(blocks), kThreads, 0, static_cast<cudaStream_t>(stream)>>>(
        planes, planes + step, planes + 2 * step, pixelCount, pixels);
    return cudaGetLastError();
}
