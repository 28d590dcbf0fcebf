// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/ATen.h>

#include <algorithm>

namespace palimpsest {

/// The largest difference of two tensors, element by element, in units of the largest element of `expected`.
/// Infinite for other shapes and for anything that is not a number.
inline double relativeError(const at::Tensor& found, const at::Tensor& expected) {
    constexpr double kNever = std::numeric_limits<double>::infinity();
    if (found.sizes() != expected.sizes() || !found.isfinite().all().item<bool>()) {
        return kNever;
    }
    const at::Tensor difference = (found.to(at::kDouble) - expected.to(at::kDouble)).abs();
    const double scale = expected.to(at::kDouble).abs().max().item<double>();
    return difference.max().item<double>() / std::max(scale, 1e-300);
}

} // namespace palimpsest
