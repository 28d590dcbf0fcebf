// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace palimpsest {

/// Pictures [N,C,H,W], continued below and to the right by their last row and column until both sides are multiples of
/// `multiple`.
at::Tensor paddedToMultiple(const at::Tensor& x, std::int64_t multiple);

} // namespace palimpsest
