// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/finite.h"

#include "core/base/error.h"

#include <ATen/ATen.h>

#include <cmath>

namespace palimpsest {

bool allFinite(const at::Tensor& tensor) {
    // A NaN or an infinity makes the sum one too, and a sum is read at the speed of memory. A sum of finite values may
    // overflow all the same.
    return std::isfinite(at::sum(tensor, at::kFloat).item<float>()) || at::isfinite(tensor).all().item<bool>();
}

void requireFinite(const at::Tensor& x, const Message& hint) {
    if (!allFinite(x)) {
        throw Error(ErrorCode::failed, "the network returned NaN or infinite values", hint);
    }
}

} // namespace palimpsest
