// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operators/measurement_operator.h"

#include <ATen/core/Tensor.h>

#include <functional>
#include <stop_token>
#include <utility>

namespace palimpsest {

/// Of squared singular values, element by element.
using SpectralFunction = std::function<at::Tensor(const at::Tensor& squaredSingularValues)>;

/// What was measured: y = A x. The public functions check shapes; the algebra is private to each operator. Batch first,
/// immutable after construction, usable from several threads at once. x: [N, domain()...], y: [N, range()...], in the
/// operator's dtype and on its device. Every function treats the samples of a batch independently and leaves the
/// device alone (no synchronisation), except norm().
///
/// An operator whose A A^* = U S^2 U^* is known (isSpectral) has everything in closed form:
///     A^+ y = A^* U S^-2 U^* y,    prox = z + A^* U (S^2 + rho)^-1 U^* (y - A z).
class LinearOperator : public MeasurementOperator {
public:
    using MeasurementOperator::MeasurementOperator;

    /// A^* y: <A x, y> = <x, A^* y>
    at::Tensor adjoint(const at::Tensor& y) const;
    /// A^+ y: of all x that fit y best, the shortest.
    at::Tensor pseudoInverse(const at::Tensor& y) const;
    /// argmin over x of |A x - y|^2 + rho |x - z|^2, rho > 0. Throws Bug for rho <= 0.
    at::Tensor proxL2(const at::Tensor& z, const at::Tensor& y, double rho) const;
    /// The part of x that was measured, A^+ A x, and the part that was not, (I - A^+ A) x.
    at::Tensor projectOnMeasured(const at::Tensor& x) const;
    at::Tensor nullSpaceComponent(const at::Tensor& x) const;
    /// dtype and device of pictures and measurements.
    virtual at::TensorOptions options() const = 0;
    /// Largest singular value. Waits for the device.
    double norm() const;

    /// Whether filterMeasurement is there.
    bool isSpectral() const;
    /// U f(S^2) U^* y, a function of A A^* applied to a measurement, which is what methods that work in singular values
    /// need. S^2 is 0 (or rounding above it) where nothing is measured. Throws Bug unless isSpectral().
    at::Tensor filterMeasurement(const at::Tensor& y, const SpectralFunction& f) const;
    /// The diagonal of A diag(weights) A^* if that is a diagonal matrix, otherwise undefined. It has as many axes as
    /// range() and broadcasts to it; `weights` likewise for domain(), undefined for ones.
    at::Tensor gramDiagonal(const at::Tensor& weights) const;

    /// Solutions that take many steps end with Cancelled when this is asked to stop.
    const std::stop_token& stop() const { return stop_; }
    const LinearOperator* asLinear() const final { return this; }
    /// For those who make operators.
    void stopWith(std::stop_token stop) { stop_ = std::move(stop); }

protected:
    /// Default: the closed form of a spectral operator, or conjugate gradients on A^* A x = A^* y from zero.
    virtual at::Tensor applyPseudoInverse(const at::Tensor& y) const;
    /// Default: the closed form of a spectral operator, or conjugate gradients on (A^* A + rho I) x = A^* y + rho z
    /// from z.
    virtual at::Tensor applyProxL2(const at::Tensor& z, const at::Tensor& y, double rho) const;
    /// Default: from the diagonal of A A^*, or power iteration from a fixed seed.
    virtual double computeNorm() const;

private:
    virtual at::Tensor applyAdjoint(const at::Tensor& y) const = 0;
    /// Default: A^+ A x.
    virtual at::Tensor applyProjectionOnMeasured(const at::Tensor& x) const;
    /// Default: not a diagonal matrix.
    virtual at::Tensor applyGramDiagonal(const at::Tensor& weights) const;
    /// Default of both: U = I and S^2 the diagonal of A A^*, if it is diagonal.
    virtual bool knowsSpectrum() const;
    virtual at::Tensor applySpectralFunction(const at::Tensor& y, const SpectralFunction& f) const;
    /// The pseudo-inverse of a spectral operator takes squared singular values up to this as zero.
    virtual double negligibleSquare() const { return 0; }
    at::Tensor applyVectorJacobian(const at::Tensor& x, const at::Tensor& v) const final;
    at::Tensor applyProjectionOnMeasurement(const at::Tensor& x, const at::Tensor& y) const final;
    at::Tensor applyDirectReconstruction(const at::Tensor& y) const final { return applyPseudoInverse(y); }

    std::stop_token stop_;
};

} // namespace palimpsest
