// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace at {
class Tensor;
}

namespace palimpsest {

/// How the channels of the one projection to queries, keys and values are laid out: legacy: for each head its queries,
/// keys and values; split: the queries of all heads, then their keys, then their values. No shape tells which.
enum class AttentionOrder { legacy, split };

/// softmax(q k' / sqrt(width of a head)) v, all heads next to each other.
/// qkv: [N,P,3C] for P pixels. Returns [N,P,C] of the same dtype. C must be a multiple of `heads`.
/// Source: Vaswani et al. 2017, section 3.2.
at::Tensor multiHeadAttention(const at::Tensor& qkv, std::int64_t heads, AttentionOrder order);

} // namespace palimpsest
