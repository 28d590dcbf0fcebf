// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Replacement of the measured part after every step (Song et al. 2021; the CCDF form, Chung, Sim, Ye 2022, eq. 12):
//     x_{t-1} <- (I - A^+ A) x_{t-1} + A^+ y_{t-1},   y_{t-1} = y brought to the noise level of t-1.
// Deviations from the released codes: the level is t-1, the one that x_{t-1} has, not t; so the last step leaves the
// measurement itself, without noise; and noise that y has already is not added again (withNoisedMeasurement).
#include "core/sampling/catalogue.h"
#include "core/sampling/measured_part.h"

#include <ATen/ATen.h>

namespace palimpsest {
namespace {

class Projection : public Guidance {
public:
    at::Tensor correctNext(const StepContext& context, at::Tensor next) const override {
        return withNoisedMeasurement(context, next);
    }
};

ParameterSchemas schemas() { return {}; }

std::unique_ptr<Guidance> make(const ParameterValues&) { return std::make_unique<Projection>(); }

} // namespace

extern const GuidanceEntry kProjection;
const GuidanceEntry kProjection{"projection", "Puts the measurement back after every step; fast, may leave seams.", schemas, make};

} // namespace palimpsest
