// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/exemplar/patch_kernels.h"

#include "core/base/vector_levels.h"
#include "core/image/exemplar/patch_field.h"

namespace palimpsest {

PALIMPSEST_VECTOR_LEVELS
float patchDistance(const float* a, const float* b, std::ptrdiff_t stride, int values, float limit) {
    constexpr int kLanes = 8;
    float total = 0;
    for (int row = 0; row < kPatchSide && total < limit; ++row) {
        const float* left = a + row * stride;
        const float* right = b + row * stride;
        float sums[kLanes] = {};
        int i = 0;
        for (; i + kLanes <= values; i += kLanes) {
            for (int lane = 0; lane < kLanes; ++lane) {
                const float difference = left[i + lane] - right[i + lane];
                sums[lane] += difference * difference;
            }
        }
        for (; i < values; ++i) {
            const float difference = left[i] - right[i];
            sums[0] += difference * difference;
        }
        for (const float sum : sums) {
            total += sum;
        }
    }
    return total;
}

} // namespace palimpsest
