// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/layers/convolution.h"

#include "core/base/error.h"
#include "core/networks/evaluation_cost.h"
#include "core/networks/layers/resampling.h"
#include "core/tensor/input_gradient.h"

#include <ATen/ATen.h>
#include <ATen/core/dispatch/Dispatcher.h>

#include <array>
#include <utility>
#include <vector>

namespace palimpsest {

namespace {

using Direction = PackedWeights::Direction;

/// Layers times directions times this many sizes of picture.
constexpr std::size_t kMostSlots = 1024;

using Scalars = c10::List<std::optional<at::Scalar>>;
using Text = std::optional<std::string_view>;
using Plain = at::Tensor(const at::Tensor& x, const at::Tensor& weight, const std::optional<at::Tensor>& bias,
                         at::IntArrayRef padding, at::IntArrayRef stride, at::IntArrayRef dilation, std::int64_t groups,
                         std::string_view unary, Scalars unaryScalars, Text unaryAlgorithm);
using AddingTo = at::Tensor&(at::Tensor& sum, const at::Tensor& x, const at::Tensor& weight,
                             const std::optional<at::Tensor>& bias, at::IntArrayRef padding, at::IntArrayRef stride,
                             at::IntArrayRef dilation, std::int64_t groups, std::string_view binary,
                             std::optional<at::Scalar> factor, Text unary, Scalars unaryScalars, Text unaryAlgorithm);
using Reordered = at::Tensor(const at::Tensor& weight, at::IntArrayRef padding, at::IntArrayRef stride,
                             at::IntArrayRef dilation, std::int64_t groups, at::OptionalIntArrayRef inputSize);

template <typename Signature>
c10::TypedOperatorHandle<Signature> find(const char* name, const char* overload) {
    return c10::Dispatcher::singleton().findSchemaOrThrow(name, overload).typed<Signature>();
}

bool libraryComputesIn(at::ScalarType dtype) {
    static const bool isBuiltIn = at::globalContext().hasMKLDNN();
    static const bool hasBfloat16 = isBuiltIn && find<bool()>("mkldnn::_is_mkldnn_bf16_supported", "").call();
    return isBuiltIn && at::globalContext().userEnabledMkldnn() &&
           (dtype == at::kFloat || (dtype == at::kBFloat16 && hasBfloat16));
}

/// Channels-last with the strides of its definition, which the library demands even of dimensions of one element.
at::Tensor channelsLast(const at::Tensor& x) {
    const at::Tensor y = x.contiguous(at::MemoryFormat::ChannelsLast);
    const std::int64_t channels = y.size(1);
    const std::int64_t row = y.size(3) * channels;
    return y.as_strided(y.sizes(), {y.size(2) * row, 1, row, channels});
}

/// Whether writing into x disturbs nobody.
bool isSole(const at::Tensor& x) { return x.use_count() == 1 && x.storage().use_count() == 1; }

/// x * weight + bias + addend with a packed weight.
at::Tensor applyPacked(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias, std::int64_t stride,
                       std::int64_t padding, at::Tensor addend) {
    static const auto plain = find<Plain>("mkldnn::_convolution_pointwise", "");
    static const auto addingTo = find<AddingTo>("mkldnn::_convolution_pointwise_", "binary");
    const std::optional<at::Tensor> someBias = bias.defined() ? std::optional(bias) : std::nullopt;
    const std::vector<std::int64_t> paddings(2, padding);
    const std::vector<std::int64_t> strides(2, stride);
    const std::vector<std::int64_t> dilations(2, 1);
    const at::Tensor pixels = channelsLast(x);
    if (addend.defined() && isSole(addend)) {
        at::Tensor sum = channelsLast(addend);
        addend.reset();
        addingTo.call(sum, pixels, weight, someBias, paddings, strides, dilations, 1, "add", 1.0, std::nullopt,
                      Scalars(), std::nullopt);
        return sum;
    }
    at::Tensor y = plain.call(pixels, weight, someBias, paddings, strides, dilations, 1, "none", Scalars(), "");
    return addend.defined() ? y.add_(addend) : y;
}

/// The sums of the rows (dimension 2) of a 3x3 weight that meet the same row of the small picture: two rows for the
/// upper of the two pixels, two for the lower.
std::array<at::Tensor, 2> rowSums(const at::Tensor& weight) {
    const auto row = [&](std::int64_t k) { return weight.narrow(2, k, 1); };
    return {at::cat({row(0), row(1) + row(2)}, 2), at::cat({row(0) + row(1), row(2)}, 2)};
}

/// [O,C,3,3] -> [4O,C,2,2]: the outputs of the upper left, upper right, lower left and lower right pixel.
at::Tensor doubledWeight(const at::Tensor& weight) {
    std::vector<at::Tensor> places;
    for (const at::Tensor& rows : rowSums(weight.to(at::kFloat))) {
        for (const at::Tensor& columns : rowSums(rows.transpose(2, 3))) {
            places.push_back(columns.transpose(2, 3));
        }
    }
    return at::cat(places).to(weight.scalar_type()).contiguous(at::MemoryFormat::ChannelsLast);
}

at::Tensor turned(const at::Tensor& weight) {
    return weight.flip({2, 3}).transpose(0, 1).contiguous(at::MemoryFormat::ChannelsLast);
}

at::Tensor pack(const Convolution& convolution, const at::Tensor& x, Direction direction) {
    static const auto reorder = find<Reordered>("mkldnn::_reorder_convolution_weight", "");
    const auto ordered = [&](const at::Tensor& weight, std::int64_t padding, std::int64_t stride) {
        const std::vector<std::int64_t> paddings(2, padding);
        const std::vector<std::int64_t> strides(2, stride);
        return reorder.call(weight, paddings, strides, {1, 1}, 1, x.sizes());
    };
    switch (direction) {
    case Direction::forward:
        return ordered(convolution.weight, convolution.padding, convolution.stride);
    case Direction::backward:
        return ordered(turned(convolution.weight), convolution.padding, convolution.stride);
    case Direction::doubled:
        return ordered(doubledWeight(convolution.weight), 1, 1);
    case Direction::doubledBackward:
        return ordered(turned(doubledWeight(convolution.weight)), 0, 1);
    }
    throw Bug("a convolution in no direction");
}

/// Calls visit(pixels of the large picture, pixels of the results of a doubled weight) for each of the four places.
template <typename Visit>
void forPlaces(const at::Tensor& large, const at::Tensor& places, const Visit& visit) {
    const std::int64_t channels = large.size(1);
    const std::int64_t height = large.size(2) / 2;
    const std::int64_t width = large.size(3) / 2;
    for (std::int64_t i = 0; i < 4; ++i) {
        const std::int64_t below = i / 2;
        const std::int64_t right = i % 2;
        visit(large.slice(2, below, c10::nullopt, 2).slice(3, right, c10::nullopt, 2),
              places.narrow(1, i * channels, channels).narrow(2, below, height).narrow(3, right, width));
    }
}

at::Tensor convolveDoubledPacked(const Convolution& convolution, const at::Tensor& x, PackedWeights& packed) {
    const at::Tensor places = applyPacked(x, packed.of(convolution, x, Direction::doubled), convolution.bias.repeat(4),
                                          1, 1, {}); // [N,4O,H+1,W+1]
    at::Tensor y = at::empty({x.size(0), convolution.weight.size(0), 2 * x.size(2), 2 * x.size(3)}, x.options(),
                             at::MemoryFormat::ChannelsLast);
    forPlaces(y, places, [](at::Tensor pixels, const at::Tensor& place) { pixels.copy_(place); });
    return y;
}

/// [N,O,H,W] of the result.
std::vector<std::int64_t> resultSize(const Convolution& convolution, const at::Tensor& x) {
    const at::Tensor& weight = convolution.weight;
    const auto side = [&](std::int64_t length) {
        return (length + 2 * convolution.padding - weight.size(2)) / convolution.stride + 1;
    };
    return {x.size(0), weight.size(0), side(x.size(2)), side(x.size(3))};
}

void count(const Convolution& convolution, const at::Tensor& x) {
    ConvolutionCount::add(c10::multiply_integers(resultSize(convolution, x)),
                          convolution.weight.numel() / convolution.weight.size(0));
}

at::Tensor convolvePacked(const Convolution& convolution, const at::Tensor& x, PackedWeights& packed,
                          at::Tensor addend) {
    return applyPacked(x, packed.of(convolution, x, Direction::forward), convolution.bias, convolution.stride,
                       convolution.padding, std::move(addend));
}

} // namespace

at::Tensor PackedWeights::of(const Convolution& convolution, const at::Tensor& x, Direction direction) {
    const at::Tensor& weight = convolution.weight;
    const std::int64_t version = weight._version();
    const std::scoped_lock lock(mutex_);
    if (slots_.size() >= kMostSlots) {
        slots_.clear();
    }
    Slot& slot = slots_[{weight.unsafeGetTensorImpl(), direction, x.size(0), x.size(2), x.size(3)}];
    if (!slot.packed.defined() || slot.version != version) {
        slot = {weight, version, pack(convolution, x, direction)};
    }
    return slot.packed;
}

bool packs(const at::Tensor& x, const at::Tensor& weight) {
    return x.device().is_cpu() && weight.scalar_type() == x.scalar_type() && !weight.requires_grad() &&
           !weight.is_inference() && x.numel() > 0 && libraryComputesIn(x.scalar_type());
}

at::Tensor convolve(const Convolution& convolution, const at::Tensor& x, const std::shared_ptr<PackedWeights>& packed,
                    at::Tensor addend) {
    const bool adds = addend.defined();
    count(convolution, x);
    if (ConvolutionCount::skips()) {
        return at::zeros(resultSize(convolution, x), x.options());
    }
    if (!packs(x, convolution.weight)) {
        const at::Tensor y =
            at::conv2d(x, convolution.weight, convolution.bias, convolution.stride, convolution.padding);
        return adds ? addend + y : y;
    }
    if (!needsGraph(x) && !(adds && needsGraph(addend))) {
        return convolvePacked(convolution, x, *packed, std::move(addend));
    }
    const at::Tensor y = withInputGradient(
        x, [&](const at::Tensor& input) { return convolvePacked(convolution, input, *packed, {}); },
        [convolution, packed, size = x.sizes().vec()](const at::Tensor& dy) {
            return convolutionInputGradient(convolution, dy, size, *packed);
        });
    return adds ? addend + y : y;
}

at::Tensor convolutionInputGradient(const Convolution& convolution, const at::Tensor& dy, at::IntArrayRef inputSize,
                                    PackedWeights& packed) {
    const std::int64_t side = convolution.weight.size(2);
    if (convolution.stride == 1 && side == 2 * convolution.padding + 1) {
        return applyPacked(dy, packed.of(convolution, dy, Direction::backward), {}, 1, convolution.padding, {});
    }
    const std::vector<std::int64_t> paddings(2, convolution.padding);
    const std::vector<std::int64_t> strides(2, convolution.stride);
    const at::Tensor placeOfX = at::empty(inputSize, dy.options(), at::MemoryFormat::ChannelsLast);
    return std::get<0>(at::convolution_backward(channelsLast(dy), placeOfX, convolution.weight, std::nullopt, strides,
                                                paddings, {1, 1}, false, {0, 0}, 1, {true, false, false}));
}

at::Tensor convolveDoubled(const Convolution& convolution, const at::Tensor& x,
                           const std::shared_ptr<PackedWeights>& packed) {
    ConvolutionCount::add(4 * x.size(0) * convolution.weight.size(0) * x.size(2) * x.size(3), 4 * x.size(1));
    if (!packs(x, convolution.weight)) {
        return at::conv2d(kDoubling.apply(x), convolution.weight, convolution.bias, 1, 1);
    }
    if (!needsGraph(x)) {
        return convolveDoubledPacked(convolution, x, *packed);
    }
    return withInputGradient(
        x, [&](const at::Tensor& input) { return convolveDoubledPacked(convolution, input, *packed); },
        [convolution, packed](const at::Tensor& dy) { return convolveDoubledInputGradient(convolution, dy, *packed); });
}

at::Tensor convolveDoubledInputGradient(const Convolution& convolution, const at::Tensor& dy, PackedWeights& packed) {
    const at::Tensor places = at::empty({dy.size(0), 4 * dy.size(1), dy.size(2) / 2 + 1, dy.size(3) / 2 + 1},
                                        dy.options(), at::MemoryFormat::ChannelsLast);
    places.zero_(); // each place leaves a row and a column of another one alone
    forPlaces(dy, places, [](const at::Tensor& pixels, at::Tensor place) { place.copy_(pixels); });
    return applyPacked(places, packed.of(convolution, places, Direction::doubledBackward), {}, 1, 0, {});
}

} // namespace palimpsest
