// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/guidance.h"

#include "core/sampling/data_consistency.h"
#include "core/tensor/shape.h"

#include <ATen/ATen.h>

namespace palimpsest {

at::Tensor MeasurementGuidance::residual(const at::Tensor& x0) const {
    return normPerSample(measurement_.yFor(x0) - measurement_.A->forward(x0));
}

at::Tensor MeasurementGuidance::finish(const at::Tensor& x) const {
    return measurement_.noise.isNoiseless() ? withMeasurement(*measurement_.A, x, measurement_.yFor(x)) : x;
}

} // namespace palimpsest
