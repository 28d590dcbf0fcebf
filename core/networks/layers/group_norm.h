// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace palimpsest {

struct GroupNormOptions {
    int groups = 8;
    double epsilon = 1e-5;
    bool silu = true; ///< y = silu(z), otherwise y = z
};

/// Group norm with a scale and an offset per sample and channel, and SiLU, in one go:
/// z = scale * (x - mean) / sqrt(variance + epsilon) + offset. Mean and variance (biased) are per sample and group,
/// taken in float32 or better.
/// x: [N,C,H,W] floating point; scale, offset: [N,C] (float32; float64 with a float64 x). Returns x's shape and dtype,
/// channels-last.
/// Differentiable in all three, once. On the CPU, float32 and bfloat16 run in our own channels-last kernels: the
/// library's backward pass is some thirty times slower in that layout. So do they, and float16, on a GPU whose
/// kernels were built. Everything else is composed of the library's operators.
at::Tensor groupNorm(const at::Tensor& x, const at::Tensor& scale, const at::Tensor& offset,
                     const GroupNormOptions& options);

/// Whether the two functions below may be used for x: the kernels exist for its device and dtype.
bool hasGroupNormKernel(const at::Tensor& x);

struct GroupMoments {
    at::Tensor mean, inverseDeviation; ///< [N,G] float32
};

struct GroupNormed {
    at::Tensor y;
    GroupMoments moments;
};

/// groupNorm without a graph, and what its gradient needs to know.
GroupNormed groupNormForward(const at::Tensor& x, const at::Tensor& scale, const at::Tensor& offset,
                             const GroupNormOptions& options);

/// Gradient with respect to x, + `addend` if it is defined (x's shape and dtype).
at::Tensor groupNormInputGradient(const at::Tensor& x, const at::Tensor& dy, const at::Tensor& scale,
                                  const at::Tensor& offset, const GroupMoments& moments,
                                  const GroupNormOptions& options, const at::Tensor& addend = {});

} // namespace palimpsest
