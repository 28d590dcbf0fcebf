// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/layers/multi_head_attention.h"

#include "core/tensor/input_gradient.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace palimpsest {

namespace {

/// As many rows of the table of all pairs as stay in the CPU's cache (elements).
constexpr std::int64_t kChunkElements = 1'310'720;
/// But at least so many: shorter matrices are slow, and every chunk waits for all threads.
constexpr std::int64_t kLeastRows = 64;

/// softmax(q k' / sqrt(width)) v by matrix products, a part of the queries at a time: on a CPU that multiplies
/// bfloat16 matrices, half the time of the library's fused kernel, which computes in float32. Without a graph.
class ChunkedAttention {
public:
    /// parts: [3,N,heads,P,width], queries, keys and values.
    explicit ChunkedAttention(const at::Tensor& parts)
        : pixels_(parts.size(3)), queries_(perHead(parts[0])), keys_(perHead(parts[1])), values_(perHead(parts[2])),
          scale_(1 / std::sqrt(static_cast<double>(parts.size(4)))) {}

    /// [N*heads,P,width]
    at::Tensor attended() const {
        at::Tensor result = at::empty_like(values_);
        forChunks([&](std::int64_t begin, std::int64_t end) {
            result.slice(1, begin, end).copy_(at::bmm(weights(queries_.slice(1, begin, end)), values_));
        });
        return result;
    }

    /// gradient: of attended(), in its shape. Returns the gradient of parts, [3,N*heads,P,width].
    at::Tensor partsGradient(const at::Tensor& gradient) const {
        at::Tensor dQueries = at::empty_like(queries_);
        at::Tensor dKeys = at::zeros(keys_.sizes(), at::kFloat); // summed over chunks
        at::Tensor dValues = at::zeros(values_.sizes(), at::kFloat);
        forChunks([&](std::int64_t begin, std::int64_t end) {
            const at::Tensor q = queries_.slice(1, begin, end);
            const at::Tensor dy = gradient.slice(1, begin, end);
            const at::Tensor p = weights(q);
            const at::Tensor dSimilarity =
                at::_softmax_backward_data(at::bmm(dy, values_.transpose(1, 2)), p, -1, p.scalar_type());
            dQueries.slice(1, begin, end).copy_(at::bmm(dSimilarity, keys_)).mul_(scale_);
            dKeys.add_(at::bmm(dSimilarity.transpose(1, 2), q), scale_);
            dValues.add_(at::bmm(p.transpose(1, 2), dy));
        });
        return at::stack({dQueries, dKeys.to(dQueries.scalar_type()), dValues.to(dQueries.scalar_type())});
    }

private:
    static at::Tensor perHead(const at::Tensor& part) { return part.reshape({-1, part.size(2), part.size(3)}); }

    at::Tensor weights(const at::Tensor& queries) const {
        at::Tensor similarity = at::empty({queries.size(0), queries.size(1), pixels_}, queries.options());
        similarity.baddbmm_(queries, keys_.transpose(1, 2), 0, scale_);
        return similarity.softmax(-1);
    }

    template <typename Pass>
    void forChunks(const Pass& pass) const {
        const std::int64_t rows = std::max(kLeastRows, kChunkElements / (queries_.size(0) * pixels_));
        for (std::int64_t begin = 0; begin < pixels_; begin += rows) {
            pass(begin, std::min(begin + rows, pixels_));
        }
    }

    std::int64_t pixels_;
    at::Tensor queries_, keys_, values_; ///< [N*heads,P,width], contiguous
    double scale_;
};

/// Where the three parts of [N,P,3C] are, [3,N,heads,P,width]: a view.
at::Tensor partsOf(const at::Tensor& qkv, std::int64_t heads, AttentionOrder order) {
    const std::int64_t width = qkv.size(2) / (3 * heads);
    return order == AttentionOrder::legacy
               ? qkv.view({qkv.size(0), qkv.size(1), heads, 3, width}).permute({3, 0, 2, 1, 4})
               : qkv.view({qkv.size(0), qkv.size(1), 3, heads, width}).permute({2, 0, 3, 1, 4});
}

/// [N,heads,P,width] -> [N,P,C]
at::Tensor headsTogether(const at::Tensor& attended) { return attended.transpose(1, 2).flatten(2); }

at::Tensor attendInChunks(const at::Tensor& qkv, std::int64_t heads, AttentionOrder order) {
    const auto forward = [&](const at::Tensor& input) {
        const at::Tensor attended = ChunkedAttention(partsOf(input, heads, order)).attended();
        return headsTogether(attended.view({input.size(0), heads, input.size(1), -1}));
    };
    if (!needsGraph(qkv)) {
        return forward(qkv);
    }
    return withInputGradient(qkv, forward, [qkv = qkv.detach(), heads, order](const at::Tensor& dy) {
        const at::Tensor parts = partsOf(qkv, heads, order);
        const at::Tensor gradient = dy.unflatten(2, {heads, -1}).transpose(1, 2); // [N,heads,P,width]
        const at::Tensor dParts =
            ChunkedAttention(parts).partsGradient(gradient.reshape({-1, parts.size(3), parts.size(4)}));
        at::Tensor result = at::empty_like(qkv);
        partsOf(result, heads, order).copy_(dParts.view(parts.sizes()));
        return result;
    });
}

} // namespace

at::Tensor multiHeadAttention(const at::Tensor& qkv, std::int64_t heads, AttentionOrder order) {
    if (qkv.device().is_cpu() && qkv.scalar_type() == at::kBFloat16) {
        return attendInChunks(qkv.contiguous(), heads, order);
    }
    const at::Tensor parts = partsOf(qkv, heads, order);
    return headsTogether(at::scaled_dot_product_attention(parts[0], parts[1], parts[2]));
}

} // namespace palimpsest
