// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

// The packing loop in two versions of one signature: plain pointers, planes one after another. `channels` is 1 or 3,
// `pixelCount` is H * W; see display_pack.h for the values.

namespace palimpsest {

void packPixelsCpu(const float* planes, int channels, std::int64_t pixelCount, std::uint32_t* pixels);

} // namespace palimpsest

extern "C" {

/// In the library palimpsest_cuda, which is opened at run time: pointers into the memory of the current device, a
/// cudaStream_t on which the kernel is queued. Returns a cudaError_t, 0 for success.
int palimpsestPackPixelsCuda(const float* planes, int channels, std::int64_t pixelCount, std::uint32_t* pixels,
                             void* stream);
}
