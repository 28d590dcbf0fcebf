// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

namespace at {
class Tensor;
}

namespace palimpsest {

/// Whether no value is NaN or infinite. Any floating-point type on any device; waits for the device.
bool allFinite(const at::Tensor& tensor);

/// For what a network returned: throws Error(failed) with `hint` if a value is NaN or infinite.
void requireFinite(
    const at::Tensor& x,
    const Message& hint =
        "run again with --precision fp32; if that fails too, verify the prior with palimpsest models verify");

} // namespace palimpsest
