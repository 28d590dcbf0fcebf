// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operators/composition.h"

#include "core/base/error.h"

#include <ATen/ATen.h>

#include <cmath>
#include <span>

namespace palimpsest {
namespace {

/// A = B G.
class Composition : public LinearOperator {
public:
    Composition(std::unique_ptr<LinearOperator> first, std::unique_ptr<LinearOperator> rest)
        : LinearOperator(first->domain(), rest->range()), first_(std::move(first)), rest_(std::move(rest)) {
        stopWith(first_->stop());
        diagonal_ = gramDiagonal({});
        const at::Tensor inner = first_->gramDiagonal({});
        if (inner.defined() && !diagonal_.defined() && inner.min().item<double>() == inner.max().item<double>()) {
            scale_ = inner.max().item<double>();
        }
    }

private:
    at::Tensor applyForward(const at::Tensor& x) const override { return rest_->forward(first_->forward(x)); }
    at::Tensor applyAdjoint(const at::Tensor& y) const override { return first_->adjoint(rest_->adjoint(y)); }

    /// (B G)^+ = G^* B^+ / c where G G^* = c I.
    at::Tensor applyPseudoInverse(const at::Tensor& y) const override {
        return scale_ > 0 ? first_->adjoint(rest_->pseudoInverse(y)) / scale_ : LinearOperator::applyPseudoInverse(y);
    }

    /// z + G^* B^* (c B B^* + rho)^-1 r with r = y - A z, and c B^* (c B B^* + rho)^-1 r = prox of B at 0 with rho / c.
    at::Tensor applyProxL2(const at::Tensor& z, const at::Tensor& y, double rho) const override {
        if (scale_ <= 0) {
            return LinearOperator::applyProxL2(z, y, rho);
        }
        const at::Tensor inner = first_->forward(z);
        const at::Tensor step = rest_->proxL2(at::zeros_like(inner), y - rest_->forward(inner), rho / scale_);
        return z + first_->adjoint(step) / scale_;
    }

    double computeNorm() const override {
        return scale_ > 0 ? std::sqrt(scale_) * rest_->norm() : LinearOperator::computeNorm();
    }

    at::Tensor applyGramDiagonal(const at::Tensor& weights) const override {
        if (!weights.defined() && diagonal_.defined()) {
            return diagonal_;
        }
        const at::Tensor inner = first_->gramDiagonal(weights);
        return inner.defined() ? rest_->gramDiagonal(inner) : at::Tensor();
    }

    bool knowsSpectrum() const override { return diagonal_.defined() || (scale_ > 0 && rest_->isSpectral()); }

    at::Tensor applySpectralFunction(const at::Tensor& y, const SpectralFunction& f) const override {
        if (diagonal_.defined()) {
            return f(diagonal_) * y;
        }
        return rest_->filterMeasurement(y, [&](const at::Tensor& squares) { return f(scale_ * squares); });
    }

    at::TensorOptions options() const override { return first_->options(); }

    std::unique_ptr<LinearOperator> first_; // G
    std::unique_ptr<LinearOperator> rest_;  // B
    at::Tensor diagonal_;                   // of A A^*, undefined if that is not diagonal
    double scale_ = 0;                      // c, 0 if G G^* is not c I or not needed
};

} // namespace

std::unique_ptr<LinearOperator> composed(std::vector<std::unique_ptr<LinearOperator>> operators) {
    if (operators.empty()) {
        throw Bug("a composition needs at least one operator");
    }
    std::unique_ptr<LinearOperator> whole = std::move(operators.back());
    for (std::size_t i = operators.size() - 1; i-- > 0;) {
        if (operators[i]->range() != whole->domain()) {
            throw Bug("an operator with the range " + toText(operators[i]->range()) + " cannot be followed by one of " +
                      toText(whole->domain()));
        }
        whole = std::make_unique<Composition>(std::move(operators[i]), std::move(whole));
    }
    return whole;
}

} // namespace palimpsest
