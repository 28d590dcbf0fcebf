// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Colorization: y = w . x, the weighted mean of the channels, one per pixel. The weights sum to one, so y is the grey
// picture itself, in the picture's range. A A^* = |w|^2 I gives all closed forms.
#include "core/operators/catalogue.h"
#include "core/operators/grey_weights.h"

#include <ATen/ATen.h>

namespace palimpsest {
namespace {

class Grey : public LinearOperator {
public:
    Grey(const Shape& domain, const GreyWeights& weights, at::TensorOptions options)
        : LinearOperator(domain, {1, domain[1], domain[2]}),
          weights_(at::tensor(at::ArrayRef<double>(weights), at::kDouble).view({3, 1, 1}).to(options)),
          squares_(weights_ * weights_) {}

private:
    at::Tensor applyForward(const at::Tensor& x) const override { return (weights_ * x).sum(1, true); }
    at::Tensor applyAdjoint(const at::Tensor& y) const override { return weights_ * y; }
    at::Tensor applyGramDiagonal(const at::Tensor& weights) const override {
        return (weights.defined() ? squares_ * weights : squares_).sum(0, true);
    }
    at::TensorOptions options() const override { return weights_.options(); }

    at::Tensor weights_; // [3,1,1]
    at::Tensor squares_;
};

ParameterSchemas schemas() { return {greyWeightsSchema()}; }

std::unique_ptr<LinearOperator> make(const ParameterValues& values, const OperatorData& data) {
    requireColour(data.domain);
    return std::make_unique<Grey>(data.domain, greyWeights(std::get<std::string>(values.at("weights"))), data.options);
}

} // namespace

extern const OperatorEntry kGrey;
const OperatorEntry kGrey{"grey", "Keeps the grey value of each pixel and drops its colour.", schemas, make};

} // namespace palimpsest
