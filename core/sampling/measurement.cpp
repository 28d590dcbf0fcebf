// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/measurement.h"

#include "core/base/error.h"
#include "core/tensor/shape.h"

#include <ATen/ATen.h>

namespace palimpsest {

const LinearOperator& linearOf(const MeasurementOperator& A) {
    if (const LinearOperator* linear = A.asLinear()) {
        return *linear;
    }
    throw Bug("this guidance is for linear measurements");
}

const LinearOperator& Measurement::linear() const { return linearOf(*A); }

at::Tensor Measurement::yFor(const at::Tensor& x) const {
    return y.to(x.options()).expand(withBatch(x.size(0), A->range()));
}

Measurement prepared(Measurement measurement) {
    if (measurement.isEmpty()) {
        throw Bug("this guidance needs a measurement");
    }
    requireBatchOf(measurement.y, measurement.A->range(), "the measurement");
    if (const LinearOperator* linear = measurement.A->asLinear()) {
        measurement.y = measurement.y.to(linear->options());
    }
    return measurement;
}

} // namespace palimpsest
