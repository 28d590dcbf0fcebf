// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/residual_block.h"

#include "core/networks/checkpointing.h"
#include "core/networks/conditioned_norm.h"
#include "core/tensor/input_gradient.h"

#include <ATen/ATen.h>

#include <utility>

namespace palimpsest {

namespace {

/// The block for pictures and weights that have kernels, without a graph.
class KernelBlock {
public:
    KernelBlock(const ResidualBlock& block, const at::Tensor& scaleShift, std::int64_t samples,
                std::shared_ptr<PackedWeights> packed)
        : block_(block), affine1_(conditionedAffine(block.norm1.weight, block.norm1.bias, {}, samples)),
          affine2_(conditionedAffine(block.norm2.weight, block.norm2.bias, scaleShift, samples)),
          packed_(std::move(packed)) {}

    struct Halfway {
        at::Tensor h; ///< conv1(norm1(x))
        GroupMoments moments1;
    };

    Halfway firstHalf(const at::Tensor& x) const {
        const GroupNormed normed = groupNormForward(x, affine1_.scale, affine1_.offset, options());
        return {convolve(block_.conv1, normed.y, packed_), normed.moments};
    }

    at::Tensor secondHalf(at::Tensor x, const at::Tensor& h, GroupMoments& moments2) const {
        const GroupNormed normed = groupNormForward(h, affine2_.scale, affine2_.offset, options());
        moments2 = normed.moments;
        at::Tensor side = block_.skip.weight.defined() ? convolve(block_.skip, x, packed_) : std::move(x);
        return convolve(block_.conv2, normed.y, packed_, std::move(side));
    }

    at::Tensor inputGradient(const at::Tensor& x, const Halfway& half, const GroupMoments& moments2,
                             const at::Tensor& gradient) const {
        const at::Tensor dy = gradient.to(x.scalar_type()).contiguous(at::MemoryFormat::ChannelsLast);
        at::Tensor d = convolutionInputGradient(block_.conv2, dy, half.h.sizes(), *packed_);
        d = groupNormInputGradient(half.h, d, affine2_.scale, affine2_.offset, moments2, options());
        d = convolutionInputGradient(block_.conv1, d, x.sizes(), *packed_);
        const at::Tensor side =
            block_.skip.weight.defined() ? convolutionInputGradient(block_.skip, dy, x.sizes(), *packed_) : dy;
        return groupNormInputGradient(x, d, affine1_.scale, affine1_.offset, half.moments1, options(), side);
    }

private:
    GroupNormOptions options() const { return {.groups = block_.groups}; }

    ResidualBlock block_;
    NormAffine affine1_, affine2_;
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

at::Tensor composed(const ResidualBlock& block, const at::Tensor& x, const at::Tensor& scaleShift,
                    const std::shared_ptr<PackedWeights>& packed) {
    const GroupNormOptions options{.groups = block.groups};
    at::Tensor h = convolve(block.conv1, conditionedNorm(x, block.norm1.weight, block.norm1.bias, {}, options), packed);
    h = conditionedNorm(h, block.norm2.weight, block.norm2.bias, scaleShift, options);
    return convolve(block.conv2, h, packed, block.skip.weight.defined() ? convolve(block.skip, x, packed) : x);
}

} // namespace

at::Tensor residualBlock(const ResidualBlock& block, at::Tensor x, const at::Tensor& scaleShift,
                         const std::shared_ptr<PackedWeights>& packed) {
    const bool conditionHasGraph = scaleShift.defined() && needsGraph(scaleShift);
    if (!packs(x, block.conv1.weight) || !hasGroupNormKernel(x) || block.norm1.weight.requires_grad() ||
        conditionHasGraph) {
        return composed(block, x, scaleShift, packed);
    }
    const KernelBlock kernels(block, scaleShift, x.size(0), packed);
    if (needsGraph(x)) {
        return withGraph(kernels, x);
    }
    GroupMoments moments2;
    const at::Tensor h = kernels.firstHalf(x).h;
    return kernels.secondHalf(std::move(x), h, moments2);
}

} // namespace palimpsest
