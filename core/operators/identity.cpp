// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Denoising: y = x. What makes the task is the noise on y. All closed forms follow from A A^* = I.
#include "core/operators/catalogue.h"

#include <ATen/ATen.h>

namespace palimpsest {
namespace {

class Identity : public LinearOperator {
public:
    Identity(const Shape& domain, at::TensorOptions options) : LinearOperator(domain, domain), options_(options) {}

private:
    at::Tensor applyForward(const at::Tensor& x) const override { return x; }
    at::Tensor applyAdjoint(const at::Tensor& y) const override { return y; }
    at::Tensor applyPseudoInverse(const at::Tensor& y) const override { return y; }
    at::Tensor applyProxL2(const at::Tensor& z, const at::Tensor& y, double rho) const override {
        return (y + rho * z) / (1 + rho);
    }
    at::Tensor applyGramDiagonal(const at::Tensor& weights) const override {
        return weights.defined() ? weights : at::ones(Shape(domain().size(), 1), options_);
    }
    at::TensorOptions options() const override { return options_; }

    at::TensorOptions options_;
};

ParameterSchemas schemas() { return {}; }

std::unique_ptr<LinearOperator> make(const ParameterValues&, const OperatorData& data) {
    return std::make_unique<Identity>(data.domain, data.options);
}

} // namespace

extern const OperatorEntry kIdentity;
const OperatorEntry kIdentity{"identity", "Keeps the whole picture: what disturbs it is noise alone.", schemas, make};

} // namespace palimpsest
