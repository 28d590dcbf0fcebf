// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/multi_head_attention.h"

#include <ATen/ATen.h>

namespace palimpsest {

at::Tensor multiHeadAttention(const at::Tensor& qkv, std::int64_t heads, AttentionOrder order) {
    const std::int64_t samples = qkv.size(0);
    const std::int64_t pixels = qkv.size(1);
    const std::int64_t channels = qkv.size(2) / 3;
    const std::int64_t width = channels / heads;
    const at::Tensor parts = order == AttentionOrder::legacy
                                 ? qkv.view({samples, pixels, heads, 3, width}).permute({3, 0, 2, 1, 4})
                                 : qkv.view({samples, pixels, 3, heads, width}).permute({2, 0, 3, 1, 4});
    const at::Tensor attended = at::scaled_dot_product_attention(parts[0], parts[1], parts[2]); // [N, heads, P, width]
    return attended.transpose(1, 2).reshape({samples, pixels, channels});
}

} // namespace palimpsest
