// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/multi_head_attention.h"

#include "core/tensor/input_gradient.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace palimpsest {

namespace {

/// As many rows of the table of all pairs as stay in the processor's cache (elements).
constexpr std::int64_t kChunkElements = 1'310'720;

/// softmax(q k' / sqrt(width)) v by matrix products, a part of the queries at a time: on a processor that multiplies
/// bfloat16 matrices, half the time of the library's fused kernel, which computes in float32. q, k, v: [N,heads,P,width].
at::Tensor attendInChunks(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v) {
    const std::int64_t pixels = q.size(2);
    const std::int64_t width = q.size(3);
    const auto perHead = [&](const at::Tensor& part) { return part.reshape({-1, pixels, width}); };
    const at::Tensor queries = perHead(q);
    const at::Tensor keys = perHead(k).transpose(1, 2);
    const at::Tensor values = perHead(v);
    const std::int64_t heads = queries.size(0);
    const std::int64_t rows = std::clamp<std::int64_t>(kChunkElements / (heads * pixels), 1, pixels);
    at::Tensor attended = at::empty_like(values);
    for (std::int64_t first = 0; first < pixels; first += rows) {
        const at::Tensor part = queries.slice(1, first, std::min(first + rows, pixels));
        at::Tensor similarity = at::empty({heads, part.size(1), pixels}, q.options());
        similarity.baddbmm_(part, keys, 0, 1 / std::sqrt(static_cast<double>(width)));
        attended.slice(1, first, first + part.size(1)).copy_(at::bmm(similarity.softmax(-1), values));
    }
    return attended.view(q.sizes());
}

} // namespace

at::Tensor multiHeadAttention(const at::Tensor& qkv, std::int64_t heads, AttentionOrder order) {
    const std::int64_t samples = qkv.size(0);
    const std::int64_t pixels = qkv.size(1);
    const std::int64_t channels = qkv.size(2) / 3;
    const std::int64_t width = channels / heads;
    const at::Tensor parts = order == AttentionOrder::legacy
                                 ? qkv.view({samples, pixels, heads, 3, width}).permute({3, 0, 2, 1, 4})
                                 : qkv.view({samples, pixels, 3, heads, width}).permute({2, 0, 3, 1, 4});
    const bool inChunks = qkv.device().is_cpu() && qkv.scalar_type() == at::kBFloat16 && !needsGraph(qkv);
    const at::Tensor attended = inChunks ? attendInChunks(parts[0], parts[1], parts[2]) // [N, heads, P, width]
                                         : at::scaled_dot_product_attention(parts[0], parts[1], parts[2]);
    return attended.transpose(1, 2).reshape({samples, pixels, channels});
}

} // namespace palimpsest
