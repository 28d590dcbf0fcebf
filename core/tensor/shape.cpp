// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/shape.h"

#include "core/base/error.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace palimpsest {

Shape withBatch(std::int64_t samples, const Shape& shape) {
    Shape whole{samples};
    whole.insert(whole.end(), shape.begin(), shape.end());
    return whole;
}

std::string toText(at::IntArrayRef shape) {
    std::string text;
    for (const std::int64_t extent : shape) {
        text += (text.empty() ? "" : ",") + std::to_string(extent);
    }
    return "[" + text + "]";
}

void requireBatchOf(const at::Tensor& tensor, const Shape& shape, std::string_view what) {
    const bool fits = tensor.defined() && tensor.dim() == static_cast<std::int64_t>(shape.size()) + 1 &&
                      tensor.size(0) >= 1 && std::equal(shape.begin(), shape.end(), tensor.sizes().begin() + 1);
    if (!fits) {
        throw Bug(std::string(what) + " must be a batch of " + toText(shape) + ", not " +
                  (tensor.defined() ? toText(tensor.sizes()) : "undefined"));
    }
}

at::Tensor spreadOver(const at::Tensor& perSample, std::int64_t dimensions) {
    Shape shape(static_cast<std::size_t>(dimensions), 1);
    shape.front() = perSample.size(0);
    return perSample.view(shape);
}

at::Tensor dotPerSample(const at::Tensor& a, const at::Tensor& b) {
    // Rows first, then their sums: LibTorch splits the sum of one large row over its threads, and the result would
    // depend on how many there are and on the size of the batch.
    const at::Tensor rows = (a * b).sum(-1);
    return rows.dim() > 1 ? rows.flatten(1).sum(1) : rows;
}

at::Tensor normPerSample(const at::Tensor& a) { return dotPerSample(a, a).sqrt(); }

} // namespace palimpsest
