// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operators/measurement_operator.h"

#include <ATen/ATen.h>

namespace palimpsest {

at::Tensor MeasurementOperator::forward(const at::Tensor& x) const {
    requireBatchOf(x, domain_, "what is measured");
    return applyForward(x);
}

at::Tensor MeasurementOperator::vectorJacobian(const at::Tensor& x, const at::Tensor& v) const {
    requireBatchOf(x, domain_, "the picture at which to differentiate");
    requireBatchOf(v, range_, "the direction in the measurement");
    return applyVectorJacobian(x, v);
}

at::Tensor MeasurementOperator::projectOnMeasurement(const at::Tensor& x, const at::Tensor& y) const {
    requireBatchOf(x, domain_, "the picture to project");
    requireBatchOf(y, range_, "the measurement");
    return applyProjectionOnMeasurement(x, y);
}

at::Tensor MeasurementOperator::directReconstruction(const at::Tensor& y) const {
    requireBatchOf(y, range_, "the measurement");
    return applyDirectReconstruction(y);
}

} // namespace palimpsest
