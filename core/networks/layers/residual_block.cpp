// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/layers/residual_block.h"

#include "core/networks/layers/checkpointing.h"
#include "core/networks/layers/conditioned_norm.h"
#include "core/tensor/input_gradient.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <utility>
#include <vector>

namespace palimpsest {

namespace {

GroupNormOptions optionsOf(const ResidualBlock::Norm& norm) { return {.groups = norm.groups, .epsilon = norm.epsilon}; }

/// The two ways in which a condition comes in; at most one is defined.
struct Condition {
    Condition(const ResidualBlock& block, const at::Tensor& condition) {
        if (condition.defined()) {
            (condition.size(1) == block.conv1.weight.size(0) ? addend : scaleShift) = condition;
        }
    }
    at::Tensor scaleShift; ///< [N,2C']
    at::Tensor addend;     ///< [N,C']
};

at::Tensor pixelwise(const at::Tensor& values, const at::Tensor& like) {
    return values.to(like.scalar_type()).unsqueeze(-1).unsqueeze(-1);
}

/// The block for pictures and weights that have kernels, without a graph.
class KernelBlock {
public:
    KernelBlock(const ResidualBlock& block, const Condition& condition, std::int64_t samples,
                std::shared_ptr<PackedWeights> packed)
        : block_(block), affine1_(conditionedAffine(block.norm1.weight, block.norm1.bias, {}, samples)),
          affine2_(conditionedAffine(block.norm2.weight, block.norm2.bias, condition.scaleShift, samples)),
          addend_(condition.addend), packed_(std::move(packed)) {
        if (addend_.defined() && samples == 1) { // a bias costs nothing
            const at::Tensor& bias = block_.conv1.bias;
            block_.conv1.bias = (bias + addend_.squeeze(0)).to(bias.scalar_type());
            addend_.reset();
        }
    }

    struct Halfway {
        at::Tensor h; ///< conv1(resample(norm1(x)))
        GroupMoments moments1;
    };

    Halfway firstHalf(const at::Tensor& x) const {
        GroupNormed normed = groupNormForward(x, affine1_.scale, affine1_.offset, optionsOf(block_.norm1));
        at::Tensor h = doubles() ? convolveDoubled(block_.conv1, normed.y, packed_)
                                 : convolve(block_.conv1, resampled(std::move(normed.y)), packed_);
        if (addend_.defined()) {
            h.add_(pixelwise(addend_, h));
        }
        return {h, normed.moments};
    }

    at::Tensor secondHalf(at::Tensor x, const at::Tensor& h, GroupMoments& moments2) const {
        const GroupNormed normed = groupNormForward(h, affine2_.scale, affine2_.offset, optionsOf(block_.norm2));
        moments2 = normed.moments;
        at::Tensor side = resampled(std::move(x));
        if (block_.skip.weight.defined()) {
            side = convolve(block_.skip, side, packed_);
        }
        at::Tensor y = convolve(block_.conv2, normed.y, packed_, std::move(side));
        return block_.divisor == 1 ? y : y.div_(block_.divisor);
    }

    at::Tensor inputGradient(const at::Tensor& x, const Halfway& half, const GroupMoments& moments2,
                             const at::Tensor& gradient) const {
        at::Tensor dy = gradient.to(x.scalar_type()).contiguous(at::MemoryFormat::ChannelsLast);
        if (block_.divisor != 1) {
            dy = dy / block_.divisor;
        }
        const at::Tensor& h = half.h;
        at::Tensor d = convolutionInputGradient(block_.conv2, dy, h.sizes(), *packed_);
        d = groupNormInputGradient(h, d, affine2_.scale, affine2_.offset, moments2, optionsOf(block_.norm2));
        const std::vector<std::int64_t> inside{x.size(0), x.size(1), h.size(2), h.size(3)};
        d = doubles() ? convolveDoubledInputGradient(block_.conv1, d, *packed_)
                      : transposedResampling(convolutionInputGradient(block_.conv1, d, inside, *packed_));
        const bool hasSkip = block_.skip.weight.defined();
        const at::Tensor side =
            transposedResampling(hasSkip ? convolutionInputGradient(block_.skip, dy, inside, *packed_) : dy);
        return groupNormInputGradient(x, d, affine1_.scale, affine1_.offset, half.moments1, optionsOf(block_.norm1),
                                      side);
    }

private:
    bool doubles() const { return block_.resampling == &kDoubling; }
    at::Tensor resampled(at::Tensor x) const {
        return block_.resampling != nullptr ? block_.resampling->apply(x) : std::move(x);
    }
    at::Tensor transposedResampling(const at::Tensor& dy) const {
        return block_.resampling != nullptr ? block_.resampling->transposed(dy) : dy;
    }

    ResidualBlock block_;
    NormAffine affine1_, affine2_;
    at::Tensor addend_;
    std::shared_ptr<PackedWeights> packed_;
};

at::Tensor withGraph(KernelBlock block, const at::Tensor& x) {
    struct Kept {
        KernelBlock::Halfway half;
        GroupMoments moments2;
    };
    const auto kept = std::make_shared<Kept>();
    const bool recomputes = CheckpointScope::isOn();
    const auto forward = [&](const at::Tensor& input) {
        kept->half = block.firstHalf(input);
        at::Tensor y = block.secondHalf(input, kept->half.h, kept->moments2);
        if (recomputes) {
            kept->half = {};
        }
        return y;
    };
    const auto backward = [block, kept, recomputes, x = x.detach()](const at::Tensor& dy) {
        return block.inputGradient(x, recomputes ? block.firstHalf(x) : kept->half, kept->moments2, dy);
    };
    return withInputGradient(x, forward, backward);
}

at::Tensor composed(const ResidualBlock& block, const at::Tensor& x, const Condition& condition,
                    const std::shared_ptr<PackedWeights>& packed) {
    const auto resampled = [&](const at::Tensor& picture) {
        return block.resampling != nullptr ? block.resampling->apply(picture) : picture;
    };
    const auto normed = [](const ResidualBlock::Norm& norm, const at::Tensor& picture, const at::Tensor& scaleShift) {
        return conditionedNorm(picture, norm.weight, norm.bias, scaleShift, optionsOf(norm));
    };
    at::Tensor h = normed(block.norm1, x, {});
    h = block.resampling == &kDoubling ? convolveDoubled(block.conv1, h, packed)
                                       : convolve(block.conv1, resampled(h), packed);
    if (condition.addend.defined()) {
        h = h + pixelwise(condition.addend, h);
    }
    h = normed(block.norm2, h, condition.scaleShift);
    const at::Tensor side = resampled(x);
    h = convolve(block.conv2, h, packed, block.skip.weight.defined() ? convolve(block.skip, side, packed) : side);
    return block.divisor == 1 ? h : h / block.divisor;
}

} // namespace

at::Tensor residualBlock(const ResidualBlock& block, at::Tensor x, const at::Tensor& condition,
                         const std::shared_ptr<PackedWeights>& packed) {
    const bool conditionHasGraph = condition.defined() && needsGraph(condition);
    if (!packs(x, block.conv1.weight) || !hasGroupNormKernel(x) || block.norm1.weight.requires_grad() ||
        conditionHasGraph) {
        return composed(block, x, Condition(block, condition), packed);
    }
    const KernelBlock kernels(block, Condition(block, condition), x.size(0), packed);
    if (needsGraph(x)) {
        return withGraph(kernels, x);
    }
    GroupMoments moments2;
    const at::Tensor h = kernels.firstHalf(x).h;
    return kernels.secondHalf(std::move(x), h, moments2);
}

} // namespace palimpsest
