// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/layers/group_norm.h"

#include "core/networks/layers/group_norm_cuda.h"
#include "core/networks/layers/norm_kernels.h"

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

GroupMoments groupMoments(const Sums& sums, const Shape& shape, const GroupNormOptions& options) {
    const std::int64_t width = shape.channels / options.groups;
    const auto count = static_cast<double>(width * shape.pixels);
    GroupMoments moments{at::empty({shape.samples, options.groups}, at::kFloat),
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

/// z = slope * x + intercept, per sample and channel. Small loops, because the library's operators take longer to
/// call than this takes to compute.
struct Affines {
    std::vector<float> slope, intercept; ///< [samples * channels]
    std::int64_t channels;

    Affines(const at::Tensor& scale, const at::Tensor& offset, const GroupMoments& moments)
        : slope(static_cast<std::size_t>(scale.numel())), intercept(slope.size()), channels(scale.size(1)) {
        const at::Tensor scales = scale.contiguous();
        const at::Tensor offsets = offset.contiguous();
        const std::int64_t width = channels / moments.mean.size(1);
        for (std::size_t i = 0; i < slope.size(); ++i) {
            const std::size_t group = i / static_cast<std::size_t>(width);
            slope[i] = dataOf<float>(scales)[i] * dataOf<float>(moments.inverseDeviation)[group];
            intercept[i] = dataOf<float>(offsets)[i] - slope[i] * dataOf<float>(moments.mean)[group];
        }
    }

    norm_kernels::Affine of(std::int64_t sample, bool silu) const {
        return {slope.data() + sample * channels, intercept.data() + sample * channels, channels, silu};
    }
};

template <typename T>
GroupNormed forwardPass(const at::Tensor& x, const at::Tensor& scale, const at::Tensor& offset,
                        const GroupNormOptions& options) {
    const Shape shape(x);
    const T* from = dataOf<T>(x);
    const Sums sums =
        blockSums(shape, [&](std::int64_t, std::int64_t first, std::int64_t pixels, float* sum, float* sumX) {
            norm_kernels::moments(from + first, pixels, shape.channels, sum, sumX);
        });
    GroupNormed result{at::empty_like(x), groupMoments(sums, shape, options)};
    const Affines map(scale, offset, result.moments);
    T* to = mutableDataOf<T>(result.y);
    forBlocks(shape, [&](std::int64_t sample, std::int64_t, std::int64_t first, std::int64_t pixels) {
        norm_kernels::apply(from + first, pixels, map.of(sample, options.silu), to + first);
    });
    return result;
}

/// With xHat = (x - mean) r, r = 1/deviation, m1 and m2 the group means of scale * dz and of scale * dz * xHat:
/// dx = slope of z * dz - r m1 - r xHat m2, of which the last two are `slope` * x + `constant`.
/// dOffset = sum dz, dScale = sum dz xHat.
struct BackwardTerms {
    std::vector<float> slope, constant, dScale, dOffset; ///< [samples * channels]

    BackwardTerms(const Sums& sums, const Shape& shape, const at::Tensor& scale, const GroupMoments& moments)
        : slope(sums.sum.size()), constant(slope.size()), dScale(slope.size()), dOffset(slope.size()) {
        const at::Tensor scales = scale.contiguous();
        const auto groups = static_cast<std::size_t>(moments.mean.numel());
        const std::size_t width = slope.size() / groups;
        const double count = static_cast<double>(width) * static_cast<double>(shape.pixels);
        for (std::size_t g = 0; g < groups; ++g) {
            const double mean = dataOf<float>(moments.mean)[g];
            const double r = dataOf<float>(moments.inverseDeviation)[g];
            double m1 = 0.0;
            double m2 = 0.0;
            for (std::size_t i = g * width; i < (g + 1) * width; ++i) {
                const double sumXHat = (sums.sumX[i] - mean * sums.sum[i]) * r;
                m1 += dataOf<float>(scales)[i] * sums.sum[i] / count;
                m2 += dataOf<float>(scales)[i] * sumXHat / count;
                dScale[i] = static_cast<float>(sumXHat);
                dOffset[i] = static_cast<float>(sums.sum[i]);
            }
            std::fill_n(slope.begin() + static_cast<std::ptrdiff_t>(g * width), width, static_cast<float>(-m2 * r * r));
            std::fill_n(constant.begin() + static_cast<std::ptrdiff_t>(g * width), width,
                        static_cast<float>(-m1 * r + m2 * r * r * mean));
        }
    }
};

struct Backward {
    at::Tensor dx;
    BackwardTerms terms;
};

/// What the backward pass is given, channels-last where it has pixels.
struct BackwardInput {
    const at::Tensor &x, &dy, &scale, &offset;
    const GroupMoments& moments;
    const at::Tensor& addend; ///< may be undefined
};

template <typename T>
Backward backwardPass(const BackwardInput& given, const GroupNormOptions& options) {
    const Shape shape(given.x);
    const T* from = dataOf<T>(given.x);
    const T* gradient = dataOf<T>(given.dy);
    const T* addend = given.addend.defined() ? dataOf<T>(given.addend) : nullptr;
    const Affines map(given.scale, given.offset, given.moments);
    const Sums sums = blockSums(shape, [&](std::int64_t sample, std::int64_t first, std::int64_t pixels, float* sum,
                                           float* sumX) {
        norm_kernels::gradientMoments(from + first, gradient + first, pixels, map.of(sample, options.silu), sum, sumX);
    });
    Backward result{at::empty_like(given.x), BackwardTerms(sums, shape, given.scale, given.moments)};
    T* to = mutableDataOf<T>(result.dx);
    forBlocks(shape, [&](std::int64_t sample, std::int64_t, std::int64_t first, std::int64_t pixels) {
        const norm_kernels::InputGradient terms{result.terms.slope.data() + sample * shape.channels,
                                                result.terms.constant.data() + sample * shape.channels};
        norm_kernels::gradientApply(from + first, gradient + first, pixels, map.of(sample, options.silu), terms,
                                    addend == nullptr ? nullptr : addend + first, to + first);
    });
    return result;
}

/// `like` x: its dtype, channels-last.
at::Tensor ordered(const at::Tensor& tensor, const at::Tensor& like) {
    return tensor.to(like.scalar_type()).contiguous(at::MemoryFormat::ChannelsLast);
}

Backward backwardPass(const BackwardInput& given, const GroupNormOptions& options) {
    return given.x.scalar_type() == at::kFloat ? backwardPass<float>(given, options)
                                               : backwardPass<std::uint16_t>(given, options);
}

class GroupNormFunction : public torch::autograd::Function<GroupNormFunction> {
public:
    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& x, const at::Tensor& scale,
                              const at::Tensor& offset, const GroupNormOptions& options) {
        GroupNormed result = groupNormForward(x, scale, offset, options);
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
        const at::Tensor dy = ordered(gradients[0], saved[0]);
        const GroupMoments moments{saved[3], saved[4]};
        if (dy.is_cuda()) {
            const GroupNormGradient gradient =
                cudaGroupNormBackward(saved[0], dy, saved[1], saved[2], moments, options, {});
            return {gradient.dx, gradient.dScale, gradient.dOffset, at::Tensor()};
        }
        Backward result = backwardPass({saved[0], dy, saved[1], saved[2], moments, {}}, options);
        const auto tensorOf = [&](std::vector<float>& values) {
            return at::from_blob(values.data(), saved[1].sizes(), at::kFloat).clone();
        };
        return {result.dx, tensorOf(result.terms.dScale), tensorOf(result.terms.dOffset), at::Tensor()};
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

bool hasGroupNormKernel(const at::Tensor& x) {
    return (x.device().is_cpu() && (x.scalar_type() == at::kFloat || x.scalar_type() == at::kBFloat16)) ||
           hasCudaGroupNorm(x);
}

at::Tensor groupNorm(const at::Tensor& x, const at::Tensor& scale, const at::Tensor& offset,
                     const GroupNormOptions& options) {
    if (!hasGroupNormKernel(x)) {
        return composed(x, scale, offset, options);
    }
    const bool needsGraph =
        at::GradMode::is_enabled() && (x.requires_grad() || scale.requires_grad() || offset.requires_grad());
    return needsGraph ? GroupNormFunction::apply(x.contiguous(at::MemoryFormat::ChannelsLast), scale, offset, options)
                      : groupNormForward(x, scale, offset, options).y;
}

GroupNormed groupNormForward(const at::Tensor& x, const at::Tensor& scale, const at::Tensor& offset,
                             const GroupNormOptions& options) {
    const at::Tensor pixels = x.contiguous(at::MemoryFormat::ChannelsLast);
    if (x.is_cuda()) {
        return cudaGroupNormForward(pixels, scale, offset, options);
    }
    return x.scalar_type() == at::kFloat ? forwardPass<float>(pixels, scale, offset, options)
                                         : forwardPass<std::uint16_t>(pixels, scale, offset, options);
}

at::Tensor groupNormInputGradient(const at::Tensor& x, const at::Tensor& dy, const at::Tensor& scale,
                                  const at::Tensor& offset, const GroupMoments& moments,
                                  const GroupNormOptions& options, const at::Tensor& addend) {
    const at::Tensor pixels = x.contiguous(at::MemoryFormat::ChannelsLast);
    const at::Tensor sum = addend.defined() ? ordered(addend, x) : at::Tensor();
    if (x.is_cuda()) {
        return cudaGroupNormBackward(pixels, ordered(dy, x), scale, offset, moments, options, sum).dx;
    }
    return backwardPass({pixels, ordered(dy, x), scale, offset, moments, sum}, options).dx;
}

} // namespace palimpsest
