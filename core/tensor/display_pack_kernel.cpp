// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/display_pack_kernel.h"

namespace palimpsest {
namespace {

/// [-1,1] to 0..255. Written so that NaN fails the first comparison, and without a branch: the loops become vectors.
inline std::uint32_t level(float value) {
    const float scaled = value * 127.5f + 128.0f;
    const float positive = scaled > 0.0f ? scaled : 0.0f;
    return static_cast<std::uint32_t>(static_cast<std::int32_t>(positive < 255.0f ? positive : 255.0f));
}

} // namespace

void packPixelsCpu(const float* planes, int channels, std::int64_t pixelCount, std::uint32_t* pixels) {
    const float* red = planes;
    const float* green = channels == 3 ? planes + pixelCount : planes;
    const float* blue = channels == 3 ? planes + 2 * pixelCount : planes;
    for (std::int64_t i = 0; i < pixelCount; ++i) {
        pixels[i] = 0xFF000000u | level(red[i]) << 16 | level(green[i]) << 8 | level(blue[i]);
    }
}

} // namespace palimpsest
