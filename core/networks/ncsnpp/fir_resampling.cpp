// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/ncsnpp/fir_resampling.h"

#include "core/networks/ncsnpp/fir_kernels.h"
#include "core/tensor/input_gradient.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <vector>

namespace palimpsest {

namespace {

using fir_kernels::Taps;

/// One way to apply the filter, in each direction.
struct Fir {
    enum class Kind { up, down, equal };
    Kind kind;
    double gain;                ///< in each direction
    std::int64_t padding;       ///< zeros before and after: for `equal` alone, the others have theirs
    std::int64_t height, width; ///< of the result

    /// The first of the rows (or columns) of which row `i` of the result is made.
    std::int64_t first(std::int64_t i) const {
        return kind == Kind::up ? (i + 1) / 2 - 1 : kind == Kind::down ? 2 * i - 1 : i - padding;
    }

    Taps taps(std::int64_t i) const {
        const auto w = static_cast<float>(gain);
        if (kind == Kind::up) {
            const bool isEven = i % 2 == 0;
            return {{(isEven ? 0.25F : 0.75F) * w, (isEven ? 0.75F : 0.25F) * w, 0, 0}, 2};
        }
        return {{0.125F * w, 0.375F * w, 0.375F * w, 0.125F * w}, 4};
    }
};

/// The linear map whose matrix is the transpose; the filter is symmetric.
Fir transposed(const Fir& fir, const at::Tensor& x) {
    switch (fir.kind) {
    case Fir::Kind::up:
        return {Fir::Kind::down, 2 * fir.gain, 0, x.size(2), x.size(3)};
    case Fir::Kind::down:
        return {Fir::Kind::up, fir.gain / 2, 0, x.size(2), x.size(3)};
    case Fir::Kind::equal:
        break;
    }
    return {Fir::Kind::equal, fir.gain, 3 - fir.padding, x.size(2), x.size(3)};
}

/// Zeros before and after a row: as many pixels as the filter reaches beyond it.
constexpr std::int64_t kMargin = 2;

/// The filter over channels-last pixels of type T.
template <typename T>
class RowFilter {
public:
    RowFilter(const Fir& fir, const at::Tensor& x, at::Tensor& y)
        : fir_(fir), height_(x.size(2)), width_(x.size(3)), channels_(x.size(1)),
          in_(static_cast<const T*>(x.const_data_ptr())), out_(static_cast<T*>(y.mutable_data_ptr())) {}

    std::int64_t bufferSize() const { return (width_ + 2 * kMargin) * channels_; }

    /// Row `index` of all samples' rows of the result. buffer: bufferSize() values, zeros beside the row.
    void operator()(std::int64_t index, float* buffer) const {
        const std::int64_t sample = index / fir_.height;
        float* row = buffer + kMargin * channels_;
        mixInputRows(sample, index % fir_.height, row);
        T* out = out_ + index * fir_.width * channels_;
        if (fir_.kind == Fir::Kind::up) {
            mix(row, 0, {(fir_.width + 1) / 2, channels_, 1, 2}, out);
            mix(row, 1, {fir_.width / 2, channels_, 1, 2}, out + channels_);
        } else {
            mix(row, 0, {fir_.width, channels_, fir_.kind == Fir::Kind::down ? 2 : 1, 1}, out);
        }
    }

private:
    void mixInputRows(std::int64_t sample, std::int64_t index, float* row) const {
        const Taps all = fir_.taps(index);
        const T* rows[4];
        Taps taps{{}, 0};
        for (int k = 0; k < all.count; ++k) {
            const std::int64_t y = fir_.first(index) + k;
            if (y >= 0 && y < height_) {
                rows[taps.count] = in_ + (sample * height_ + y) * width_ * channels_;
                taps.weight[taps.count++] = all.weight[k];
            }
        }
        if (taps.count == 0) {
            std::fill_n(row, width_ * channels_, 0.0F);
        } else {
            fir_kernels::mixRows(rows, taps, width_ * channels_, row);
        }
    }

    /// Pixels of the result from pixel `begin` on.
    void mix(const float* row, std::int64_t begin, const fir_kernels::Stride& stride, T* out) const {
        fir_kernels::mixPixels(row + fir_.first(begin) * channels_, fir_.taps(begin), stride, out);
    }

    Fir fir_;
    std::int64_t height_, width_, channels_;
    const T* in_;
    T* out_;
};

template <typename T>
void filterRows(const Fir& fir, const at::Tensor& x, at::Tensor& y) {
    const RowFilter<T> filter(fir, x, y);
    at::parallel_for(0, x.size(0) * fir.height, 1, [&](std::int64_t begin, std::int64_t end) {
        std::vector<float> buffer(static_cast<std::size_t>(filter.bufferSize()), 0.0F);
        for (std::int64_t row = begin; row < end; ++row) {
            filter(row, buffer.data());
        }
    });
}

at::Tensor filtered(const Fir& fir, const at::Tensor& x) {
    const at::Tensor pixels = x.contiguous(at::MemoryFormat::ChannelsLast);
    const std::vector<std::int64_t> shape{x.size(0), x.size(1), fir.height, fir.width};
    at::Tensor y = at::empty(shape, x.options(), at::MemoryFormat::ChannelsLast);
    x.scalar_type() == at::kFloat ? filterRows<float>(fir, pixels, y) : filterRows<std::uint16_t>(fir, pixels, y);
    return y;
}

at::Tensor composed(const Fir& fir, const at::Tensor& x) {
    const std::int64_t channels = x.size(1);
    const at::Tensor taps = (4 - 2 * (at::arange(4, x.options()) - 1.5).abs()) * (fir.gain / 8); // on x's own device
    const at::Tensor kernel = at::outer(taps, taps).expand({channels, 1, 4, 4});
    const at::Tensor pixels = x.contiguous(at::MemoryFormat::ChannelsLast);
    switch (fir.kind) {
    case Fir::Kind::up:
        return at::conv_transpose2d(pixels, 4 * kernel, {}, 2, 1, 0, channels);
    case Fir::Kind::down:
        return at::conv2d(pixels, kernel, {}, 2, 1, 1, channels);
    case Fir::Kind::equal:
        break;
    }
    return at::conv2d(pixels, kernel, {}, 1, fir.padding, 1, channels);
}

at::Tensor apply(const Fir& fir, const at::Tensor& x) {
    if (!x.device().is_cpu() || (x.scalar_type() != at::kFloat && x.scalar_type() != at::kBFloat16)) {
        return composed(fir, x);
    }
    if (!needsGraph(x)) {
        return filtered(fir, x);
    }
    return withInputGradient(
        x, [&](const at::Tensor& input) { return filtered(fir, input); },
        [back = transposed(fir, x)](const at::Tensor& dy) { return filtered(back, dy); });
}

Fir equal(const at::Tensor& x, std::int64_t padding, double gain) {
    return {Fir::Kind::equal, gain, padding, x.size(2) + 2 * padding - 3, x.size(3) + 2 * padding - 3};
}

at::Tensor up(const at::Tensor& x, double gain) {
    return apply({Fir::Kind::up, gain, 0, 2 * x.size(2), 2 * x.size(3)}, x);
}

at::Tensor down(const at::Tensor& x, double gain) {
    return apply({Fir::Kind::down, gain, 0, x.size(2) / 2, x.size(3) / 2}, x);
}

at::Tensor downTransposed(const at::Tensor& dy) { return up(dy, 0.5); }

at::Tensor upTransposed(const at::Tensor& dy) { return down(dy, 2); }

} // namespace

const Resampling kFirHalving{firDown, downTransposed};
const Resampling kFirDoubling{firUp, upTransposed};

at::Tensor firUp(const at::Tensor& x) { return up(x, 1); }

at::Tensor firDown(const at::Tensor& x) { return down(x, 1); }

at::Tensor firUpConvolved(const Convolution& convolution, const at::Tensor& x) {
    const at::Tensor weight = convolution.weight.flip({2, 3}).transpose(0, 1);
    const at::Tensor y = at::conv_transpose2d(x, weight, {}, 2);
    return apply(equal(y, 1, 2), y) + convolution.bias.unsqueeze(-1).unsqueeze(-1);
}

at::Tensor firDownConvolved(const Convolution& convolution, const at::Tensor& x,
                            const std::shared_ptr<PackedWeights>& packed) {
    return convolve({convolution.weight, convolution.bias, 2, 0}, apply(equal(x, 2, 1), x), packed);
}

} // namespace palimpsest
