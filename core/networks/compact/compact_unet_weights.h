// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/compact/compact_unet.h"

#include <cstdint>

namespace palimpsest {

/// Names, shapes and random starting values of all weights, float32. Convolutions: normal with variance 2 / fan-in;
/// the second convolution of every block, the attention's output and the last convolution: zero.
/// Throws Error(badInput) for a configuration that cannot be built.
ParameterMap initialCompactUNetWeights(const CompactUNetConfig& config, std::uint64_t seed);

} // namespace palimpsest
