// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/priors/finite_values.h"

#include <ATen/ATen.h>

#include <cmath>

namespace palimpsest {

bool allFinite(const at::Tensor& tensor) {
    // One value that is none makes the sum none, and a sum is read at the speed of memory. A sum of numbers may overflow all the same.
    return std::isfinite(at::sum(tensor, at::kFloat).item<float>()) || at::isfinite(tensor).all().item<bool>();
}

} // namespace palimpsest
