// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/layers/group_norm_cuda_kernel.h"

#include <algorithm>
#include <cuda_bf16.h>
#include <cuda_fp16.h>
#include <cuda_runtime.h>

namespace {

constexpr int kLanes = 32;    // channels of a block of threads
constexpr int kRows = 8;      // pixels that it looks at in one go
constexpr int kStretch = 512; // pixels that it sums, in float32; stretches are summed in double
constexpr int kThreads = 256;
constexpr std::int64_t kMostBlocks = 65535;
constexpr int kTerms = 4; // slope and intercept of z in x; of dx, slope and constant in x

__device__ float load(float value) { return value; }
__device__ float load(__nv_bfloat16 value) { return __bfloat162float(value); }
__device__ float load(__half value) { return __half2float(value); }
__device__ void store(float& place, float value) { place = value; }
__device__ void store(__nv_bfloat16& place, float value) { place = __float2bfloat16(value); }
__device__ void store(__half& place, float value) { place = __float2half(value); }

__device__ float sigmoid(float z) { return 1.0f / (1.0f + expf(-z)); }

__device__ float throughActivation(float dy, float z, int silu) {
    if (!silu) {
        return dy;
    }
    const float s = sigmoid(z);
    return dy * s * (1.0f + z * (1.0f - s));
}

/// Sums of a stretch of pixels for 32 channels: of x and x^2, or (backward) of dz and dz x.
template <typename T, bool kBackward>
__global__ void sumStretch(PalimpsestGroupNorm norm, std::int64_t blocks) {
    __shared__ float sums[2][kRows][kLanes];
    const std::int64_t channel = static_cast<std::int64_t>(blockIdx.y) * kLanes + threadIdx.x;
    const std::int64_t sample = blockIdx.z;
    float sum = 0.0f;
    float sumX = 0.0f;
    if (channel < norm.channels) {
        const std::int64_t first = static_cast<std::int64_t>(blockIdx.x) * kStretch;
        const std::int64_t end = min(norm.pixels, first + kStretch);
        const float* terms = norm.terms + sample * kTerms * norm.channels + channel;
        const float slope = kBackward ? terms[0] : 0.0f;
        const float intercept = kBackward ? terms[norm.channels] : 0.0f;
        for (std::int64_t pixel = first + threadIdx.y; pixel < end; pixel += kRows) {
            const std::int64_t at = (sample * norm.pixels + pixel) * norm.channels + channel;
            const float x = load(static_cast<const T*>(norm.x)[at]);
            if (kBackward) {
                const float dz =
                    throughActivation(load(static_cast<const T*>(norm.dy)[at]), slope * x + intercept, norm.silu);
                sum += dz;
                sumX += dz * x;
            } else {
                sum += x;
                sumX += x * x;
            }
        }
    }
    sums[0][threadIdx.y][threadIdx.x] = sum;
    sums[1][threadIdx.y][threadIdx.x] = sumX;
    __syncthreads();
    if (threadIdx.y < 2 && channel < norm.channels) {
        float total = 0.0f;
        for (int row = 0; row < kRows; ++row) {
            total += sums[threadIdx.y][row][threadIdx.x];
        }
        norm.partial[((sample * blocks + blockIdx.x) * 2 + threadIdx.y) * norm.channels + channel] = total;
    }
}

/// The sum over all stretches, in order.
__device__ double totalOf(const PalimpsestGroupNorm& norm, std::int64_t blocks, std::int64_t sample,
                          std::int64_t channel, int which) {
    double total = 0.0;
    for (std::int64_t block = 0; block < blocks; ++block) {
        total += norm.partial[((sample * blocks + block) * 2 + which) * norm.channels + channel];
    }
    return total;
}

/// Two sums over the threads of a block, returned to all of them.
__device__ double2 sumOverThreads(double2 own) {
    __shared__ double2 shared[kThreads];
    shared[threadIdx.x] = own;
    __syncthreads();
    for (int half = kThreads / 2; half > 0; half /= 2) {
        if (static_cast<int>(threadIdx.x) < half) {
            shared[threadIdx.x].x += shared[threadIdx.x + half].x;
            shared[threadIdx.x].y += shared[threadIdx.x + half].y;
        }
        __syncthreads();
    }
    return shared[0];
}

/// One block of threads per sample and group: mean, deviation, and z as an affine function of x.
__global__ void momentsOfGroup(PalimpsestGroupNorm norm, std::int64_t blocks) {
    const std::int64_t sample = blockIdx.y;
    const std::int64_t width = norm.channels / norm.groups;
    const std::int64_t begin = blockIdx.x * width;
    double2 own = make_double2(0.0, 0.0);
    for (std::int64_t c = begin + threadIdx.x; c < begin + width; c += kThreads) {
        own.x += totalOf(norm, blocks, sample, c, 0);
        own.y += totalOf(norm, blocks, sample, c, 1);
    }
    const double2 sums = sumOverThreads(own);
    const double count = static_cast<double>(width) * static_cast<double>(norm.pixels);
    const double mean = sums.x / count;
    const double variance = fmax(0.0, sums.y / count - mean * mean);
    const float r = static_cast<float>(1.0 / sqrt(variance + norm.epsilon));
    if (threadIdx.x == 0) {
        norm.mean[sample * norm.groups + blockIdx.x] = static_cast<float>(mean);
        norm.inverseDeviation[sample * norm.groups + blockIdx.x] = r;
    }
}

__global__ void affineOfGroup(PalimpsestGroupNorm norm) {
    const std::int64_t sample = blockIdx.y;
    const std::int64_t width = norm.channels / norm.groups;
    const float mean = norm.mean[sample * norm.groups + blockIdx.x];
    const float r = norm.inverseDeviation[sample * norm.groups + blockIdx.x];
    float* terms = norm.terms + sample * kTerms * norm.channels;
    for (std::int64_t c = blockIdx.x * width + threadIdx.x; c < (blockIdx.x + 1) * width; c += kThreads) {
        const float slope = norm.scale[sample * norm.channels + c] * r;
        terms[c] = slope;
        terms[norm.channels + c] = norm.offset[sample * norm.channels + c] - slope * mean;
    }
}

/// As BackwardTerms of group_norm.cpp, whose formulas are explained there.
__global__ void gradientOfGroup(PalimpsestGroupNorm norm, std::int64_t blocks) {
    const std::int64_t sample = blockIdx.y;
    const std::int64_t width = norm.channels / norm.groups;
    const std::int64_t begin = blockIdx.x * width;
    const double count = static_cast<double>(width) * static_cast<double>(norm.pixels);
    const double mean = norm.mean[sample * norm.groups + blockIdx.x];
    const double r = norm.inverseDeviation[sample * norm.groups + blockIdx.x];
    double2 own = make_double2(0.0, 0.0);
    for (std::int64_t c = begin + threadIdx.x; c < begin + width; c += kThreads) {
        const double sum = totalOf(norm, blocks, sample, c, 0);
        const double sumXHat = (totalOf(norm, blocks, sample, c, 1) - mean * sum) * r;
        const double scale = norm.scale[sample * norm.channels + c];
        own.x += scale * sum / count;
        own.y += scale * sumXHat / count;
        norm.dScale[sample * norm.channels + c] = static_cast<float>(sumXHat);
        norm.dOffset[sample * norm.channels + c] = static_cast<float>(sum);
    }
    const double2 means = sumOverThreads(own);
    float* terms = norm.terms + sample * kTerms * norm.channels;
    for (std::int64_t c = begin + threadIdx.x; c < begin + width; c += kThreads) {
        terms[2 * norm.channels + c] = static_cast<float>(-means.y * r * r);
        terms[3 * norm.channels + c] = static_cast<float>(-means.x * r + means.y * r * r * mean);
    }
}

/// y, or dx, of one sample after the other (blockIdx.y).
template <typename T, bool kBackward>
__global__ void applyTerms(PalimpsestGroupNorm norm) {
    const std::int64_t count = norm.pixels * norm.channels;
    const std::int64_t start = static_cast<std::int64_t>(blockIdx.y) * count;
    const float* terms = norm.terms + static_cast<std::int64_t>(blockIdx.y) * kTerms * norm.channels;
    const std::int64_t stride = static_cast<std::int64_t>(gridDim.x) * kThreads;
    for (std::int64_t i = static_cast<std::int64_t>(blockIdx.x) * kThreads + threadIdx.x; i < count; i += stride) {
        const std::int64_t c = i % norm.channels;
        const float x = load(static_cast<const T*>(norm.x)[start + i]);
        const float slope = terms[c];
        const float z = slope * x + terms[norm.channels + c];
        T& place = static_cast<T*>(norm.result)[start + i];
        if (kBackward) {
            const float dz = throughActivation(load(static_cast<const T*>(norm.dy)[start + i]), z, norm.silu);
            const float sum = slope * dz + terms[2 * norm.channels + c] * x + terms[3 * norm.channels + c];
            store(place, norm.addend == nullptr ? sum : sum + load(static_cast<const T*>(norm.addend)[start + i]));
        } else {
            store(place, norm.silu ? z * sigmoid(z) : z);
        }
    }
}

dim3 gridOfStretches(const PalimpsestGroupNorm& norm) {
    return {static_cast<unsigned>(palimpsestGroupNormBlocks(norm.pixels)),
            static_cast<unsigned>((norm.channels + kLanes - 1) / kLanes), static_cast<unsigned>(norm.samples)};
}

dim3 gridOfGroups(const PalimpsestGroupNorm& norm) {
    return {static_cast<unsigned>(norm.groups), static_cast<unsigned>(norm.samples), 1};
}

dim3 gridOfElements(const PalimpsestGroupNorm& norm) {
    const std::int64_t blocks = (norm.pixels * norm.channels + kThreads - 1) / kThreads;
    return {static_cast<unsigned>(std::min(blocks, kMostBlocks)), static_cast<unsigned>(norm.samples), 1};
}

template <typename T>
int forward(const PalimpsestGroupNorm& norm, cudaStream_t stream) {
    const std::int64_t blocks = palimpsestGroupNormBlocks(norm.pixels);
    const dim3 tile(kLanes, kRows, 1);
    sumStretch<T, false><<<gridOfStretches(norm), tile, 0, stream>>>(norm, blocks);
    momentsOfGroup<<<gridOfGroups(norm), kThreads, 0, stream>>>(norm, blocks);
    affineOfGroup<<<gridOfGroups(norm), kThreads, 0, stream>>>(norm);
    applyTerms<T, false><<<gridOfElements(norm), kThreads, 0, stream>>>(norm);
    return cudaGetLastError();
}

template <typename T>
int backward(const PalimpsestGroupNorm& norm, cudaStream_t stream) {
    const std::int64_t blocks = palimpsestGroupNormBlocks(norm.pixels);
    const dim3 tile(kLanes, kRows, 1);
    affineOfGroup<<<gridOfGroups(norm), kThreads, 0, stream>>>(norm);
    sumStretch<T, true><<<gridOfStretches(norm), tile, 0, stream>>>(norm, blocks);
    gradientOfGroup<<<gridOfGroups(norm), kThreads, 0, stream>>>(norm, blocks);
    applyTerms<T, true><<<gridOfElements(norm), kThreads, 0, stream>>>(norm);
    return cudaGetLastError();
}

/// Whether the grids above can be made for it.
bool fits(const PalimpsestGroupNorm& norm) {
    return norm.samples > 0 && norm.samples <= kMostBlocks && norm.pixels > 0 && norm.channels > 0 &&
           norm.channels <= kMostBlocks * kLanes && norm.groups > 0 && norm.channels % norm.groups == 0 &&
           norm.elementType >= 0 && norm.elementType <= 2;
}

} // namespace

extern "C" std::int64_t palimpsestGroupNormBlocks(std::int64_t pixels) { return (pixels + kStretch - 1) / kStretch; }

extern "C" int palimpsestGroupNormForwardCuda(const PalimpsestGroupNorm* norm, void* stream) {
    if (!fits(*norm)) {
        return cudaErrorInvalidValue;
    }
    const auto queue = static_cast<cudaStream_t>(stream);
    return norm->elementType == 0   ? forward<float>(*norm, queue)
           : norm->elementType == 1 ? forward<__nv_bfloat16>(*norm, queue)
                                    : forward<__half>(*norm, queue);
}

extern "C" int palimpsestGroupNormBackwardCuda(const PalimpsestGroupNorm* norm, void* stream) {
    if (!fits(*norm)) {
        return cudaErrorInvalidValue;
    }
    const auto queue = static_cast<cudaStream_t>(stream);
    return norm->elementType == 0   ? backward<float>(*norm, queue)
           : norm->elementType == 1 ? backward<__nv_bfloat16>(*norm, queue)
                                    : backward<__half>(*norm, queue);
}
