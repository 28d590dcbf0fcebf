// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace palimpsest {

/// Pictures [N,C,H,W], mirrored below and to the right (the last row and column are not repeated) until both sides are
/// multiples of `multiple`. Mirrored noise is noise of the same kind, which a network has learned to see; the last row
/// repeated is streaks, to which it answers with patches of colour. Sides shorter than the padding are mirrored back
/// and forth.
at::Tensor paddedToMultiple(const at::Tensor& x, std::int64_t multiple);

} // namespace palimpsest
