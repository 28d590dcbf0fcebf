// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schedules/step.h"
#include "core/tensor/noise_source.h"
#include "core/tensor/shape.h"

#include <ATen/core/Tensor.h>

namespace palimpsest {

/// Where sampling begins.
class Start {
public:
    virtual ~Start() = default;
    /// x_t at the level that `first` leaves: [N, shape...]. Uses the purpose "start" of `noise`.
    virtual at::Tensor draw(const Step& first, const Shape& shape, NoiseSource& noise) const = 0;
    /// Where in the schedule, (0,1]: give it to spacedSteps().
    virtual double t0() const { return 1; }
};

} // namespace palimpsest
