// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/group_norm.h"

#include "core/networks/norm_kernels.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace palimpsest {

namespace {

/// Pixels are summed in blocks of this many, whatever the number of threads, so that sums do not depend on it.
constexpr std::int64_t kBlock = 512;

struct Shape {
    explicit Shape(const at::Tensor& x)
        : samples(x.size(0)), channels(x.size(1)), pixels(x.size(2) * x.size(3)),
          blocks((pixels + kBlock - 1) / kBlock) {}
    std::int64_t samples, channels, pixels, blocks;
};

/// Calls pass(sample, block, first element, pixels) for all blocks, on all threads.
template <typename Pass>
void forBlocks(const Shape& shape, const Pass& pass) {
    at::parallel_for(0, shape.samples * shape.blocks, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            const std::int64_t sample = i / shape.blocks;
            const std::int64_t first = i % shape.blocks * kBlock;
            pass(sample, i, (sample * shape.pixels + first) * shape.channels, std::min(kBlock, shape.pixels - first));
        }
    });
}

/// Two sums per sample and channel, in double, from a pass that adds to float sums of one block.
struct Sums {
    std::vector<double> sum, sumX; ///< [samples * channels]
};

template <typename Pass>
Sums blockSums(const Shape& shape, const Pass& pass) {
    std::vector<float> partial(static_cast<std::size_t>(shape.samples * shape.blocks * 2 * shape.channels), 0.0F);
    forBlocks(shape, [&](std::int64_t sample, std::int64_t block, std::int64_t first, std::int64_t pixels) {
        float* sum = partial.data() + block * 2 * shape.channels;
        pass(sample, first, pixels, sum, sum + shape.channels);
    });
    const auto count = static_cast<std::size_t>(shape.samples * shape.channels);
    Sums sums{std::vector<double>(count, 0.0), std::vector<double>(count, 0.0)};
    for (std::int64_t i = 0; i < shape.samples * shape.blocks; ++i) {
        const float* sum = partial.data() + i * 2 * shape.channels;
        const auto at = static_cast<std::size_t>(i / shape.blocks * shape.channels);
        for (std::int64_t c = 0; c < shape.channels; ++c) {
            sums.sum[at + c] += sum[c];
            sums.sumX[at + c] += sum[shape.channels + c];
        }
    }
    return sums;
}

template <typename T>
const T* dataOf(const at::Tensor& tensor) {
    return static_cast<const T*>(tensor.const_data_ptr());
}

template <typename T>
T* mutableDataOf(at::Tensor& tensor) {
    return static_cast<T*>(tensor.mutable_data_ptr());
}

/// What the backward pass needs of the forward pass: mean and 1/deviation per sample and group [N,G], and the affine
/// map z = slope * x + intercept per sample and channel [N,C].
struct Moments {
    at::Tensor mean, inverseDeviation;
};

Moments groupMoments(const Sums& sums, const Shape& shape, const GroupNormOptions& options) {
    const std::int64_t width = shape.channels / options.groups;
    const auto count = static_cast<double>(width * shape.pixels);
    Moments moments{at::empty({shape.samples, options.groups}, at::kFloat),
                    at::empty({shape.samples, options.groups}, at::kFloat)};
    auto* mean = moments.mean.mutable_data_ptr<float>();
    auto* inverseDeviation = moments.inverseDeviation.mutable_data_ptr<float>();
    for (std::int64_t g = 0; g < shape.samples * options.groups; ++g) {
        double sum = 0.0;
        double sumOfSquares = 0.0;
        for (std::int64_t c = g * width; c < (g + 1) * width; ++c) {
            sum += sums.sum[static_cast<std::size_t>(c)];
            sumOfSquares += sums.sumX[static_cast<std::size_t>(c)];
        }
        const double average = sum / count;
        const double variance = std::max(0.0, sumOfSquares / count - average * average);
        mean[g] = static_cast<float>(average);
        inverseDeviation[g] = static_cast<float>(1.0 / std::sqrt(variance + options.epsilon));
    }
    return moments;
}

/// [N,G] -> [N,C]
at::Tensor perChannel(const at::Tensor& perGroup, std::int64_t channels) {
    return perGroup.repeat_interleave(channels / perGroup.size(1), 1);
}

struct Affines {
    at::Tensor slope, intercept; ///< [N,C] float32, contiguous
    norm_kernels::Affine of(std::int64_t sample, bool silu) const {
        const std::int64_t channels = slope.size(1);
        return {dataOf<float>(slope) + sample * channels, dataOf<float>(intercept) + sample * channels, channels, silu};
    }
};

Affines affines(const at::Tensor& scale, const at::Tensor& offset, const Moments& moments) {
    const std::int64_t channels = scale.size(1);
    at::Tensor slope = (scale * perChannel(moments.inverseDeviation, channels)).contiguous();
    at::Tensor intercept = (offset - slope * perChannel(moments.mean, channels)).contiguous();
    return {std::move(slope), std::move(intercept)};
}

struct Forward {
    at::Tensor y;
    Moments moments;
};

template <typename T>
Forward forwardPass(const at::Tensor& x, const at::Tensor& scale, const at::Tensor& offset,
                    const GroupNormOptions& options) {
    const Shape shape(x);
    const T* from = dataOf<T>(x);
    const Sums sums = blockSums(shape, [&](std::int64_t, std::int64_t first, std::int64_t pixels, float* sum,
                                           float* sumX) {
        norm_kernels::moments(from + first, pixels, shape.channels, sum, sumX);
    });
    Forward result{at::empty_like(x), groupMoments(sums, shape, options)};
    const Affines map = affines(scale, offset, result.moments);
    T* to = mutableDataOf<T>(result.y);
    forBlocks(shape, [&](std::int64_t sample, std::int64_t, std::int64_t first, std::int64_t pixels) {
        norm_kernels::apply(from + first, pixels, map.of(sample, options.silu), to + first);
    });
    return result;
}

Forward forwardPass(const at::Tensor& x, const at::Tensor& scale, const at::Tensor& offset,
                    const GroupNormOptions& options) {
    return x.scalar_type() == at::kFloat ? forwardPass<float>(x, scale, offset, options)
                                         : forwardPass<std::uint16_t>(x, scale, offset, options);
}

struct Backward {
    at::Tensor dx, dScale, dOffset;
};

/// dx = slope * dz - r m1 - r xHat m2 with xHat = (x - mean) r, r = 1/deviation, m1 and m2 the group means of
/// scale * dz and of scale * dz * xHat; dOffset = sum dz, dScale = sum dz xHat.
template <typename T>
Backward backwardPass(const at::Tensor& x, const at::Tensor& dy, const Affines& map, const at::Tensor& scale,
                      const Moments& moments, const GroupNormOptions& options) {
    const Shape shape(x);
    const T* from = dataOf<T>(x);
    const T* gradient = dataOf<T>(dy);
    Sums sums = blockSums(shape, [&](std::int64_t sample, std::int64_t first, std::int64_t pixels, float* sum,
                                     float* sumX) {
        norm_kernels::gradientMoments(from + first, gradient + first, pixels, map.of(sample, options.silu), sum, sumX);
    });
    const at::Tensor sum = at::from_blob(sums.sum.data(), {shape.samples, shape.channels}, at::kDouble);
    const at::Tensor sumX = at::from_blob(sums.sumX.data(), {shape.samples, shape.channels}, at::kDouble);
    const at::Tensor mean = perChannel(moments.mean, shape.channels).to(at::kDouble);
    const at::Tensor r = perChannel(moments.inverseDeviation, shape.channels).to(at::kDouble);
    const at::Tensor sumXHat = (sumX - mean * sum) * r;
    const std::int64_t width = shape.channels / options.groups;
    const auto groupMean = [&](const at::Tensor& perChannelSum) {
        const at::Tensor grouped = (scale * perChannelSum).view({shape.samples, options.groups, width}).sum(2);
        return perChannel(grouped / static_cast<double>(width * shape.pixels), shape.channels);
    };
    const at::Tensor slope = -groupMean(sumXHat) * r * r;
    const at::Tensor constant = (-groupMean(sum) * r - slope * mean).to(at::kFloat).contiguous();
    const at::Tensor slopeFloat = slope.to(at::kFloat).contiguous();
    Backward result{at::empty_like(x), sumXHat.to(at::kFloat), sum.to(at::kFloat)};
    T* to = mutableDataOf<T>(result.dx);
    forBlocks(shape, [&](std::int64_t sample, std::int64_t, std::int64_t first, std::int64_t pixels) {
        const norm_kernels::InputGradient terms{dataOf<float>(slopeFloat) + sample * shape.channels,
                                                dataOf<float>(constant) + sample * shape.channels};
        norm_kernels::gradientApply(from + first, gradient + first, pixels, map.of(sample, options.silu), terms,
                                    to + first);
    });
    return result;
}

class GroupNormFunction : public torch::autograd::Function<GroupNormFunction> {
public:
    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& x, const at::Tensor& scale,
                              const at::Tensor& offset, const GroupNormOptions& options) {
        Forward result = forwardPass(x, scale, offset, options);
        context->save_for_backward({x, scale, offset, result.moments.mean, result.moments.inverseDeviation});
        context->saved_data["groups"] = std::int64_t{options.groups};
        context->saved_data["silu"] = options.silu;
        return result.y;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   const torch::autograd::variable_list& gradients) {
        const auto saved = context->get_saved_variables();
        const GroupNormOptions options{.groups = static_cast<int>(context->saved_data["groups"].toInt()),
                                       .silu = context->saved_data["silu"].toBool()};
        const at::Tensor& x = saved[0];
        const at::Tensor dy = gradients[0].to(x.scalar_type()).contiguous(at::MemoryFormat::ChannelsLast);
        const Moments moments{saved[3], saved[4]};
        const Affines map = affines(saved[1], saved[2], moments);
        Backward result = x.scalar_type() == at::kFloat
                              ? backwardPass<float>(x, dy, map, saved[1], moments, options)
                              : backwardPass<std::uint16_t>(x, dy, map, saved[1], moments, options);
        return {result.dx, result.dScale, result.dOffset, at::Tensor()};
    }
};

at::Tensor composed(const at::Tensor& x, const at::Tensor& scale, const at::Tensor& offset,
                    const GroupNormOptions& options) {
    const at::ScalarType precision = scale.scalar_type();
    const at::Tensor normed = at::group_norm(x.to(precision), options.groups, {}, {}, options.epsilon);
    const at::Tensor z = normed * scale.unsqueeze(-1).unsqueeze(-1) + offset.unsqueeze(-1).unsqueeze(-1);
    return (options.silu ? at::silu(z) : z).to(x.scalar_type()).contiguous(at::MemoryFormat::ChannelsLast);
}

} // namespace

at::Tensor groupNorm(const at::Tensor& x, const at::Tensor& scale, const at::Tensor& offset,
                     const GroupNormOptions& options) {
    const bool hasKernel =
        x.device().is_cpu() && (x.scalar_type() == at::kFloat || x.scalar_type() == at::kBFloat16);
    if (!hasKernel) {
        return composed(x, scale, offset, options);
    }
    const at::Tensor ordered = x.contiguous(at::MemoryFormat::ChannelsLast);
    const bool needsGraph =
        at::GradMode::is_enabled() && (x.requires_grad() || scale.requires_grad() || offset.requires_grad());
    return needsGraph ? GroupNormFunction::apply(ordered, scale, offset, options)
                      : forwardPass(ordered, scale, offset, options).y;
}

} // namespace palimpsest
