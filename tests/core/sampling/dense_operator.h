// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operators/linear_operator.h"

#include <ATen/ATen.h>

#include <tuple>

namespace palimpsest {

/// Any matrix as an operator on tiny pictures, which says nothing of its singular values: what holds for it holds for
/// operators without a closed form.
class DenseOperator : public LinearOperator {
public:
    DenseOperator(const Shape& domain, const at::Tensor& matrix)
        : LinearOperator(domain, {matrix.size(0)}), matrix_(matrix), inverse_(at::linalg_pinv(matrix)) {}
    at::TensorOptions options() const override { return matrix_.options(); }

private:
    at::Tensor applyForward(const at::Tensor& x) const override { return x.flatten(1).matmul(matrix_.t()); }
    at::Tensor applyAdjoint(const at::Tensor& y) const override {
        return y.matmul(matrix_).view(withBatch(y.size(0), domain()));
    }
    at::Tensor applyPseudoInverse(const at::Tensor& y) const override {
        return y.matmul(inverse_.t()).view(withBatch(y.size(0), domain()));
    }
    at::Tensor applyProxL2(const at::Tensor& z, const at::Tensor& y, double rho) const override {
        const at::Tensor normal = matrix_.t().matmul(matrix_) + rho * at::eye(matrix_.size(1), matrix_.options());
        const at::Tensor right = y.matmul(matrix_) + rho * z.flatten(1);
        return at::linalg_solve(normal, right.t()).t().contiguous().view(z.sizes());
    }

    at::Tensor matrix_;  // [range, domain]
    at::Tensor inverse_; // [domain, range]
};

/// The same with its singular values: what holds for it holds for operators that are diagonal in a known basis.
class SpectralDenseOperator : public DenseOperator {
public:
    SpectralDenseOperator(const Shape& domain, const at::Tensor& matrix) : DenseOperator(domain, matrix) {
        std::tie(squares_, basis_) = at::linalg_eigh(matrix.matmul(matrix.t()));
        squares_ = squares_.clamp_min(0);
    }

private:
    bool knowsSpectrum() const override { return true; }
    at::Tensor applySpectralFunction(const at::Tensor& y, const SpectralFunction& f) const override {
        return (y.matmul(basis_) * f(squares_)).matmul(basis_.t());
    }

    at::Tensor squares_; // [range]
    at::Tensor basis_;   // [range, range], columns
};

} // namespace palimpsest
