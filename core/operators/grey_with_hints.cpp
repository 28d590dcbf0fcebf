// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Colorization with strokes of known colour. y has three channels: the grey value w . x everywhere, and two colour
// components |w| q1 . x and |w| q2 . x at the painted pixels, zero elsewhere; (w/|w|, q1, q2) are orthonormal. So
// A A^* = |w|^2 m with m = 1 for what is measured, and a noise level means the same for grey and colour.
// y for a grey picture and a painted one: forward(withGrey(painted, grey, weights)), see grey_weights.h.
#include "core/base/error.h"
#include "core/operators/catalogue.h"
#include "core/operators/grey_weights.h"

#include <ATen/ATen.h>

#include <cmath>

namespace palimpsest {
namespace {

/// |w| times an orthonormal matrix whose first row is w / |w|; [3,3] float64.
at::Tensor colourBasis(const GreyWeights& w) {
    const double length = std::hypot(w[0], w[1], w[2]);
    const double flat = std::hypot(w[0], w[1]);
    const GreyWeights first{w[1] * length / flat, -w[0] * length / flat, 0};
    const GreyWeights second{w[2] * w[0] / flat, w[2] * w[1] / flat, -flat};
    return at::tensor({w[0], w[1], w[2], first[0], first[1], first[2], second[0], second[1], second[2]}, at::kDouble)
        .view({3, 3});
}

class GreyWithHints : public LinearOperator {
public:
    GreyWithHints(const Shape& domain, const at::Tensor& basis, const at::Tensor& hints, at::TensorOptions options)
        : LinearOperator(domain, domain), basis_(basis.to(options).unsqueeze(0)),
          measured_(at::stack({at::ones_like(hints), hints, hints}).to(options)),
          square_(basis.square().sum().item<double>() / 3) {}

private:
    at::Tensor applyForward(const at::Tensor& x) const override { return measured_ * mixed(basis_, x); }
    at::Tensor applyAdjoint(const at::Tensor& y) const override { return mixed(basis_.mT(), measured_ * y); }
    at::Tensor applyGramDiagonal(const at::Tensor& weights) const override {
        if (!weights.defined()) {
            return square_ * measured_;
        }
        return weights.size(0) == 1 ? square_ * measured_ * weights : at::Tensor();
    }
    at::TensorOptions options() const override { return measured_.options(); }

    static at::Tensor mixed(const at::Tensor& matrix, const at::Tensor& x) {
        return at::bmm(matrix.expand({x.size(0), 3, 3}), x.flatten(2)).view(x.sizes());
    }

    at::Tensor basis_;    // [1,3,3]
    at::Tensor measured_; // [3,H,W]: 1 or 0
    double square_;       // |w|^2
};

ParameterSchemas schemas() { return {greyWeightsSchema()}; }

std::unique_ptr<LinearOperator> make(const ParameterValues& values, const OperatorData& data) {
    requireColour(data.domain);
    if (!data.mask.defined() || data.mask.scalar_type() != at::kBool ||
        data.mask.sizes() != at::IntArrayRef(data.domain).slice(1)) {
        throw Error(ErrorCode::badInput,
                    Message("the colour hints do not have the size of the picture, %1", toText(data.domain)),
                    "paint the hints on this picture");
    }
    const at::Tensor basis = colourBasis(greyWeights(std::get<std::string>(values.at("weights"))));
    return std::make_unique<GreyWithHints>(data.domain, basis, data.mask, data.options);
}

} // namespace

extern const OperatorEntry kGreyWithHints;
const OperatorEntry kGreyWithHints{
    "grey-with-hints",
    "Keeps the grey value of each pixel, and the colour too where strokes of known colour were painted.", schemas,
    make};

} // namespace palimpsest
