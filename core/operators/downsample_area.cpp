// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Upscaling of area means: y is the mean of each f x f square of x. A A^* = I / f^2 gives all closed forms; the
// pseudo-inverse repeats each value f x f times.
#include "core/operators/catalogue.h"
#include "core/operators/downsampling_factor.h"

#include <ATen/ATen.h>

namespace palimpsest {
namespace {

class DownsampleArea : public LinearOperator {
public:
    DownsampleArea(const Shape& domain, std::int64_t factor, at::TensorOptions options)
        : LinearOperator(domain, downsampledShape(domain, factor)), factor_(factor), options_(options) {}

private:
    at::Tensor applyForward(const at::Tensor& x) const override { return at::avg_pool2d(x, factor_); }
    at::Tensor applyAdjoint(const at::Tensor& y) const override { return repeated(y * square()); }
    at::Tensor applyPseudoInverse(const at::Tensor& y) const override { return repeated(y); }
    at::Tensor applyGramDiagonal(const at::Tensor& weights) const override {
        return weights.defined() ? square() * at::avg_pool2d(weights.expand(domain()).contiguous(), factor_)
                                 : at::full({1, 1, 1}, square(), options_);
    }
    at::TensorOptions options() const override { return options_; }

    /// The squared singular values, 1/f^2.
    double square() const { return 1.0 / static_cast<double>(factor_ * factor_); }

    at::Tensor repeated(const at::Tensor& y) const {
        const Shape& r = range();
        return y.view({-1, r[0], r[1], 1, r[2], 1})
            .expand({-1, -1, -1, factor_, -1, factor_})
            .reshape(withBatch(y.size(0), domain()));
    }

    std::int64_t factor_;
    at::TensorOptions options_;
};

ParameterSchemas schemas() { return {downsamplingFactorSchema()}; }

std::unique_ptr<LinearOperator> make(const ParameterValues& values, const OperatorData& data) {
    return std::make_unique<DownsampleArea>(data.domain, downsamplingFactor(values, data.domain, 1), data.options);
}

} // namespace

extern const OperatorEntry kDownsampleArea;
const OperatorEntry kDownsampleArea{
    "downsample-area", "Makes the picture smaller: each new pixel is the mean of a square of old ones.", schemas, make};

} // namespace palimpsest
