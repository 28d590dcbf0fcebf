// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

/// Shape of one sample, without the batch axis: [C,H,W] of a picture.
using Shape = std::vector<std::int64_t>;

Shape withBatch(std::int64_t samples, const Shape& shape);
/// "[3,64,64]"
std::string toText(at::IntArrayRef shape);

/// Throws Bug naming `what` unless `tensor` is [N, shape...] with N >= 1.
void requireBatchOf(const at::Tensor& tensor, const Shape& shape, std::string_view what);

/// `perSample` of shape [N], viewed so that it multiplies a tensor of `dimensions` axes sample by sample.
at::Tensor spreadOver(const at::Tensor& perSample, std::int64_t dimensions);

/// Inner product and Euclidean norm of each sample: [N, ...] -> [N].
at::Tensor dotPerSample(const at::Tensor& a, const at::Tensor& b);
at::Tensor normPerSample(const at::Tensor& a);

} // namespace palimpsest
