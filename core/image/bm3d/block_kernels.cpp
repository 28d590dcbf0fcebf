// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/bm3d/block_kernels.h"

#include "core/base/vector_levels.h"

#include <cmath>

namespace palimpsest {
namespace {

constexpr int kMostBlocks = 32;
constexpr float kHalf = 0.70710678F; // square root of one half

/// result = matrix * block * matrix^t; the inner loops run over eight neighbours.
PALIMPSEST_INLINE void transformed(const float* matrix, const float* block, std::ptrdiff_t stride, float* result) {
    float rows[kBlockArea];
    for (int i = 0; i < kBlockSide; ++i) {
        float sum[kBlockSide] = {};
        for (int k = 0; k < kBlockSide; ++k) {
            for (int j = 0; j < kBlockSide; ++j) {
                sum[j] += matrix[i * kBlockSide + k] * block[k * stride + j];
            }
        }
        for (int j = 0; j < kBlockSide; ++j) {
            rows[j * kBlockSide + i] = sum[j]; // turned, so that the second product runs the same way
        }
    }
    for (int i = 0; i < kBlockSide; ++i) {
        float sum[kBlockSide] = {};
        for (int k = 0; k < kBlockSide; ++k) {
            for (int j = 0; j < kBlockSide; ++j) {
                sum[j] += matrix[i * kBlockSide + k] * rows[k * kBlockSide + j];
            }
        }
        for (int j = 0; j < kBlockSide; ++j) {
            result[j * kBlockSide + i] = sum[j];
        }
    }
}

/// One level: the first half become means of pairs, the second half their differences.
PALIMPSEST_INLINE void haarLevel(float* values, float* scratch, int count) {
    for (int i = 0; i < count / 2; ++i) {
        const float* even = values + 2 * i * kBlockArea;
        const float* odd = even + kBlockArea;
        float* mean = scratch + i * kBlockArea;
        float* difference = scratch + (count / 2 + i) * kBlockArea;
        for (int j = 0; j < kBlockArea; ++j) {
            mean[j] = (even[j] + odd[j]) * kHalf;
            difference[j] = (even[j] - odd[j]) * kHalf;
        }
    }
    for (int j = 0; j < count * kBlockArea; ++j) {
        values[j] = scratch[j];
    }
}

PALIMPSEST_INLINE void haarLevelBack(float* values, float* scratch, int count) {
    for (int i = 0; i < count / 2; ++i) {
        const float* mean = values + i * kBlockArea;
        const float* difference = values + (count / 2 + i) * kBlockArea;
        float* even = scratch + 2 * i * kBlockArea;
        float* odd = even + kBlockArea;
        for (int j = 0; j < kBlockArea; ++j) {
            even[j] = (mean[j] + difference[j]) * kHalf;
            odd[j] = (mean[j] - difference[j]) * kHalf;
        }
    }
    for (int j = 0; j < count * kBlockArea; ++j) {
        values[j] = scratch[j];
    }
}

PALIMPSEST_INLINE void haar(float* values, float* scratch, int count) {
    for (int length = count; length > 1; length /= 2) {
        haarLevel(values, scratch, length);
    }
}

PALIMPSEST_INLINE void haarBack(float* values, float* scratch, int count) {
    for (int length = 2; length <= count; length *= 2) {
        haarLevelBack(values, scratch, length);
    }
}

} // namespace

PALIMPSEST_VECTOR_LEVELS
void blockDistances(const float* a, const float* b, std::ptrdiff_t stride, int blocks, float* sums) {
    const int width = blocks + kBlockSide - 1;
    for (int i = 0; i < width; ++i) {
        float sum = 0;
        for (int row = 0; row < kBlockSide; ++row) {
            const float difference = a[row * stride + i] - b[row * stride + i];
            sum += difference * difference;
        }
        sums[i] = sum;
    }
    for (int reach = 1; reach < kBlockSide; reach *= 2) { // sums of 2, 4, 8 neighbours
        for (int i = 0; i < width - 2 * reach + 1; ++i) {
            sums[i] += sums[i + reach];
        }
    }
}

PALIMPSEST_VECTOR_LEVELS
void blockSpectrum(const float* pixels, std::ptrdiff_t stride, const BlockTransform& transform, float* spectrum) {
    transformed(transform.forward.data(), pixels, stride, spectrum);
}

PALIMPSEST_VECTOR_LEVELS
void addBlock(const float* spectrum, const BlockTransform& transform, float weight, const BlockTarget& target) {
    float block[kBlockArea];
    transformed(transform.inverse.data(), spectrum, kBlockSide, block);
    const float* window = blockWindow().data();
    for (int row = 0; row < kBlockSide; ++row) {
        float* sums = target.sums + row * target.stride;
        float* weights = target.weights + row * target.stride;
        for (int j = 0; j < kBlockSide; ++j) {
            const float own = weight * window[row * kBlockSide + j];
            sums[j] += own * block[row * kBlockSide + j];
            weights[j] += own;
        }
    }
}

PALIMPSEST_VECTOR_LEVELS
int thresholdGroup(float* spectra, int count, float threshold) {
    float scratch[kMostBlocks * kBlockArea];
    haar(spectra, scratch, count);
    int kept = 0;
    for (int i = 0; i < count * kBlockArea; ++i) {
        const bool isKept = std::fabs(spectra[i]) > threshold;
        spectra[i] = isKept ? spectra[i] : 0.0F;
        kept += isKept ? 1 : 0;
    }
    haarBack(spectra, scratch, count);
    return kept;
}

PALIMPSEST_VECTOR_LEVELS
float wienerGroup(float* spectra, float* pilot, int count, float variance) {
    float scratch[kMostBlocks * kBlockArea];
    haar(spectra, scratch, count);
    haar(pilot, scratch, count);
    float squares[kBlockSide] = {};
    for (int i = 0; i < count * kBlockArea; i += kBlockSide) {
        for (int j = 0; j < kBlockSide; ++j) {
            const float signal = pilot[i + j] * pilot[i + j];
            const float factor = signal / (signal + variance);
            spectra[i + j] *= factor;
            squares[j] += factor * factor;
        }
    }
    haarBack(spectra, scratch, count);
    float sum = 0;
    for (const float square : squares) {
        sum += square;
    }
    return sum;
}

} // namespace palimpsest
