// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/shape.h"

#include <ATen/core/Tensor.h>

#include <utility>

namespace palimpsest {

class LinearOperator;

/// What was measured of a picture, y = A(x), linear or not: the least that a guidance needs. Batch first, immutable
/// after construction, usable from several threads at once. x: [N, domain()...], y: [N, range()...], in the operator's
/// dtype and on its device. Every function treats the samples of a batch independently, leaves the device alone (no
/// synchronisation) and throws Bug for other shapes.
class MeasurementOperator {
public:
    MeasurementOperator(Shape domain, Shape range) : domain_(std::move(domain)), range_(std::move(range)) {}
    virtual ~MeasurementOperator() = default;
    MeasurementOperator(const MeasurementOperator&) = delete;
    MeasurementOperator& operator=(const MeasurementOperator&) = delete;

    const Shape& domain() const { return domain_; }
    const Shape& range() const { return range_; }

    /// A(x). Differentiable through autograd.
    at::Tensor forward(const at::Tensor& x) const;
    /// J(x)^* v with the Jacobian J of A at x; v: [N, range()...]. With v = y - A(x) this is the direction that brings
    /// the measurement of x nearer to y. Works without autograd.
    at::Tensor vectorJacobian(const at::Tensor& x, const at::Tensor& v) const;
    /// A picture near x whose measurement is y, as far as there is one: x + A^+ (y - A x) for a linear operator.
    at::Tensor projectOnMeasurement(const at::Tensor& x, const at::Tensor& y) const;
    /// The picture that a measurement shows by itself, [N, domain()...]: A^+ y for a linear operator.
    at::Tensor directReconstruction(const at::Tensor& y) const;

    /// This operator, if it is linear; otherwise null.
    virtual const LinearOperator* asLinear() const { return nullptr; }

protected:
    virtual at::Tensor applyForward(const at::Tensor& x) const = 0;

private:
    virtual at::Tensor applyVectorJacobian(const at::Tensor& x, const at::Tensor& v) const = 0;
    virtual at::Tensor applyProjectionOnMeasurement(const at::Tensor& x, const at::Tensor& y) const = 0;
    virtual at::Tensor applyDirectReconstruction(const at::Tensor& y) const = 0;

    Shape domain_;
    Shape range_;
};

} // namespace palimpsest
