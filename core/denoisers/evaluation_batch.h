// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>

namespace palimpsest {

/// How many samples of `pixels` pixels each a denoiser should be given at once on the CPU. Small pictures are
/// quicker together: a network's layers are then long enough to be worth sharing among threads. Larger batches only
/// take memory, and fall out of the cache. Milliseconds per sample in batches of 1, 2, 4, 8 on 2 cores with AVX-512,
/// bf16, the prior "photo":
///            without a graph               with the gradient
///     64 px   3.2   2.4   1.9   1.6         6.9   5.5   4.4   3.8
///    128 px   7.5   6.7   6.3   5.9        17.4  15.5  14.3  13.9
///    256 px  29.3  26.8  27.7     -        69.0  64.3  69.8     -
/// With a graph every sample keeps its activations, so half as many go together.
inline std::int64_t preferredBatch(std::int64_t pixels, bool withGraph) {
    const std::int64_t pixelsTogether = withGraph ? 64 * 1024 : 128 * 1024;
    return std::clamp<std::int64_t>(pixelsTogether / std::max<std::int64_t>(1, pixels), 1, 8);
}

} // namespace palimpsest
