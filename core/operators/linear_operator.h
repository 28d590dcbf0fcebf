// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/shape.h"

#include <ATen/core/Tensor.h>

namespace palimpsest {

/// What was measured: y = A x. The public functions check shapes; the algebra is private to each operator. Batch first,
/// immutable after construction, usable from several threads at once. x: [N, domain()...], y: [N, range()...], in the
/// operator's dtype and on its device. Every function treats the samples of a batch independently and leaves the
/// device alone (no synchronisation), except norm().
class LinearOperator {
public:
    LinearOperator(Shape domain, Shape range) : domain_(std::move(domain)), range_(std::move(range)) {}
    virtual ~LinearOperator() = default;
    LinearOperator(const LinearOperator&) = delete;
    LinearOperator& operator=(const LinearOperator&) = delete;

    const Shape& domain() const { return domain_; }
    const Shape& range() const { return range_; }

    /// A x
    at::Tensor forward(const at::Tensor& x) const;
    /// A^* y: <A x, y> = <x, A^* y>
    at::Tensor adjoint(const at::Tensor& y) const;
    /// A^+ y: of all x that fit y best, the shortest.
    at::Tensor pseudoInverse(const at::Tensor& y) const;
    /// argmin over x of |A x - y|^2 + rho |x - z|^2, rho > 0. Throws Bug for rho <= 0.
    at::Tensor proxL2(const at::Tensor& z, const at::Tensor& y, double rho) const;
    /// The part of x that was measured, A^+ A x, and the part that was not, (I - A^+ A) x.
    at::Tensor projectOnMeasured(const at::Tensor& x) const;
    at::Tensor projectOnComplement(const at::Tensor& x) const;
    /// Largest singular value. Waits for the device.
    double norm() const;

private:
    virtual at::Tensor applyForward(const at::Tensor& x) const = 0;
    virtual at::Tensor applyAdjoint(const at::Tensor& y) const = 0;
    /// Default: conjugate gradients on A^* A x = A^* y from zero.
    virtual at::Tensor applyPseudoInverse(const at::Tensor& y) const;
    /// Default: conjugate gradients on (A^* A + rho I) x = A^* y + rho z from z.
    virtual at::Tensor applyProxL2(const at::Tensor& z, const at::Tensor& y, double rho) const;
    /// Default: A^+ A x.
    virtual at::Tensor applyProjectionOnMeasured(const at::Tensor& x) const;
    /// Default: power iteration from a fixed seed.
    virtual double computeNorm() const;
    /// dtype and device for tensors the operator makes itself.
    virtual at::TensorOptions options() const = 0;

    Shape domain_;
    Shape range_;
};

} // namespace palimpsest
