// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <tuple>

namespace palimpsest {

struct Convolution {
    at::Tensor weight; ///< [O,I,k,k]
    at::Tensor bias;   ///< [O]
    std::int64_t stride = 1;
    std::int64_t padding = 0;
};

/// Convolution weights in the order in which the CPU's library computes: it would bring them into that order
/// anew at every call. Kept for each layer and size of picture; a weight that changed is packed again. Thread-safe.
class PackedWeights {
public:
    enum class Direction {
        forward,
        backward, ///< turned round, for the gradient of the input
        doubled,  ///< see convolveDoubled
        doubledBackward,
    };

    /// x: [N,C,H,W], what the convolution is about to be applied to.
    at::Tensor of(const Convolution& convolution, const at::Tensor& x, Direction direction);

private:
    using Key = std::tuple<const void*, Direction, std::int64_t, std::int64_t, std::int64_t>;
    struct Slot {
        at::Tensor weight; ///< held, so that no other takes its address
        std::int64_t version;
        at::Tensor packed;
    };

    std::mutex mutex_;
    std::map<Key, Slot> slots_;
};

/// Whether the functions below that demand it may be used for x and weights like `weight`: on the CPU, in float32
/// or bfloat16, weights that are not being trained.
bool packs(const at::Tensor& x, const at::Tensor& weight);

/// The convolution of x, + `addend` if it is defined: that one's memory is reused if nobody else holds it, so move it
/// in. Where weights can be packed, the graph is that of x and addend alone and does not keep x. x: [N,C,H,W],
/// channels-last or not; returns channels-last.
at::Tensor convolve(const Convolution& convolution, const at::Tensor& x, const std::shared_ptr<PackedWeights>& packed,
                    at::Tensor addend = {});

/// Gradient of the convolution with respect to x, which has the size `inputSize`. Demands packs().
at::Tensor convolutionInputGradient(const Convolution& convolution, const at::Tensor& dy, at::IntArrayRef inputSize,
                                    PackedWeights& packed);

/// convolve() of a picture in which every pixel was repeated to 2x2, for a 3x3 convolution with stride and padding 1.
/// Of the nine weights that such a pixel meets, several meet the same number: their sums make four 2x2 convolutions of
/// the small picture, one for each place in the 2x2, in 4/9 of the work; where weights cannot be packed, in all of it.
/// Source: Shi et al. 2016 (sub-pixel convolution).
at::Tensor convolveDoubled(const Convolution& convolution, const at::Tensor& x,
                           const std::shared_ptr<PackedWeights>& packed);

/// Gradient of convolveDoubled with respect to x. Demands packs().
at::Tensor convolveDoubledInputGradient(const Convolution& convolution, const at::Tensor& dy, PackedWeights& packed);

} // namespace palimpsest
