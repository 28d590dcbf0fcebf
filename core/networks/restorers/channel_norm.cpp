// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/restorers/channel_norm.h"

#include <ATen/ATen.h>

namespace palimpsest {

at::Tensor lastNorm(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias, double epsilon) {
    return at::layer_norm(x.to(at::kFloat), weight.sizes(), weight, bias, epsilon).to(x.scalar_type());
}

at::Tensor channelNorm(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias, double epsilon) {
    return lastNorm(x.permute({0, 2, 3, 1}), weight, bias, epsilon).permute({0, 3, 1, 2});
}

} // namespace palimpsest
