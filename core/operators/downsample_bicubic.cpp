// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Upscaling of what "imresize" makes: a separable cubic kernel (Keys 1981, a = -1/2), stretched by the factor f so
// that it does not alias, on a picture mirrored at its borders (the border pixel is repeated). With 4f taps k that are
// the same for all outputs, A = W_H (x) W_W, W = S_f K E: mirror, filter, keep every f-th.
//
// Closed forms: the mirrored output is again mirrored, so W W^* is the convolution of the mirrored measurement with
// g[m] = sum_j k[j] k[j + f m], |m| <= 3, which the FFT of twice the size makes diagonal (equivalently a DCT-II). Its
// eigenvalues g[0] + 2 sum g[m] cos(pi i m / h) stay well above zero: A has full rank, and the pseudo-inverse and the
// prox are exact at every size.
#include "core/operators/catalogue.h"
#include "core/operators/downsampling_factor.h"
#include "core/operators/sample_by_sample.h"

#include <ATen/ATen.h>

#include <cmath>

namespace palimpsest {
namespace {

constexpr std::int64_t kSupport = 4;      // of the cubic kernel, in outputs
constexpr std::int64_t kLeastOutputs = 2; // so that the border of 3f/2 mirrored pixels is inside the picture

double cubic(double t) {
    const double d = std::abs(t);
    return d < 1 ? (1.5 * d - 2.5) * d * d + 1 : d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
}

/// [4f] float64, sums to one.
at::Tensor taps(std::int64_t factor) {
    std::vector<double> values;
    const double centre = (static_cast<double>(kSupport * factor) - 1) / 2;
    for (std::int64_t j = 0; j < kSupport * factor; ++j) {
        values.push_back(cubic((static_cast<double>(j) - centre) / static_cast<double>(factor)));
    }
    const at::Tensor all = at::tensor(values, at::kDouble);
    return all / all.sum();
}

/// The eigenvalues of W W^* for `outputs` outputs, as the FFT of twice the size orders them: [2 outputs] float64.
at::Tensor squaresOf(const at::Tensor& k, std::int64_t factor, std::int64_t outputs) {
    const at::Tensor angle = at::arange(2 * outputs, at::kDouble) * (M_PI / static_cast<double>(outputs));
    at::Tensor squares = k.square().sum() * at::ones_like(angle);
    for (std::int64_t m = 1; m < kSupport; ++m) {
        const std::int64_t overlap = (kSupport - m) * factor;
        squares = squares + 2 * (k.narrow(0, 0, overlap) * k.narrow(0, m * factor, overlap)).sum() * (angle * m).cos();
    }
    return squares;
}

/// `count` pixels mirrored beyond both ends of the axis.
at::Tensor mirrored(const at::Tensor& x, std::int64_t axis, std::int64_t count) {
    return at::cat({x.narrow(axis, 0, count).flip(axis), x, x.narrow(axis, x.size(axis) - count, count).flip(axis)},
                   axis);
}

/// The adjoint of mirrored. `axis` is 2 or 3 of four.
at::Tensor folded(const at::Tensor& x, std::int64_t axis, std::int64_t count) {
    const std::int64_t size = x.size(axis) - 2 * count;
    const auto placed = [&](std::int64_t from, std::int64_t before) {
        const std::int64_t after = size - count - before;
        const at::Tensor border = x.narrow(axis, from, count).flip(axis);
        return axis == 3 ? at::constant_pad_nd(border, {before, after})
                         : at::constant_pad_nd(border, {0, 0, before, after});
    };
    return x.narrow(axis, count, size) + placed(0, 0) + placed(count + size, size - count);
}

class DownsampleBicubic : public LinearOperator {
public:
    DownsampleBicubic(const Shape& domain, std::int64_t factor, at::TensorOptions options)
        : LinearOperator(domain, downsampledShape(domain, factor)), factor_(factor) {
        const at::Tensor k = taps(factor);
        columns_ = k.to(options).view({1, 1, -1, 1});
        rows_ = k.to(options).view({1, 1, 1, -1});
        const at::Tensor down = squaresOf(k, factor, range()[1]);
        const at::Tensor across = squaresOf(k, factor, range()[2]);
        norm_ = std::sqrt((down.narrow(0, 0, range()[1]).max() * across.narrow(0, 0, range()[2]).max()).item<double>());
        squares_ = (down.unsqueeze(1) * across.narrow(0, 0, range()[2] + 1)).to(options);
    }

private:
    at::Tensor applyForward(const at::Tensor& x) const override {
        return sampleBySample(x, [this](const at::Tensor& sample) {
            const at::Tensor planes = sample.transpose(0, 1); // the channels are a batch of one-channel pictures
            const at::Tensor less = at::conv2d(mirrored(planes, 2, border()), columns_, {}, {factor_, 1});
            return at::conv2d(mirrored(less, 3, border()), rows_, {}, {1, factor_}).transpose(0, 1);
        });
    }
    at::Tensor applyAdjoint(const at::Tensor& y) const override {
        return sampleBySample(y, [this](const at::Tensor& sample) {
            const at::Tensor planes = sample.transpose(0, 1);
            const at::Tensor more = folded(at::conv_transpose2d(planes, rows_, {}, {1, factor_}), 3, border());
            return folded(at::conv_transpose2d(more, columns_, {}, {factor_, 1}), 2, border()).transpose(0, 1);
        });
    }
    bool knowsSpectrum() const override { return true; }
    at::Tensor applySpectralFunction(const at::Tensor& y, const SpectralFunction& f) const override {
        const at::Tensor factors = f(squares_);
        return sampleBySample(y, [&](const at::Tensor& sample) {
            const at::Tensor tall = at::cat({sample, sample.flip(2)}, 2);
            const at::Tensor spectrum = at::fft_rfft2(at::cat({tall, tall.flip(3)}, 3)) * factors;
            const at::Tensor filtered = at::fft_irfft2(spectrum, at::IntArrayRef({2 * range()[1], 2 * range()[2]}));
            return filtered.narrow(2, 0, range()[1]).narrow(3, 0, range()[2]).contiguous();
        });
    }
    double computeNorm() const override { return norm_; }
    at::TensorOptions options() const override { return squares_.options(); }

    std::int64_t border() const { return (kSupport - 1) * factor_ / 2; }

    std::int64_t factor_;
    at::Tensor columns_; // [1,1,4f,1]
    at::Tensor rows_;    // [1,1,1,4f]
    at::Tensor squares_; // [2h,w+1]: squared singular values
    double norm_ = 0;
};

ParameterSchemas schemas() { return {downsamplingFactorSchema()}; }

std::unique_ptr<LinearOperator> make(const ParameterValues& values, const OperatorData& data) {
    return std::make_unique<DownsampleBicubic>(data.domain, downsamplingFactor(values, data.domain, kLeastOutputs),
                                               data.options);
}

} // namespace

extern const OperatorEntry kDownsampleBicubic;
const OperatorEntry kDownsampleBicubic{
    "downsample-bicubic", "Makes the picture smaller with the smooth bicubic filter that most programs use.", schemas,
    make};

} // namespace palimpsest
