// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Diffusion posterior sampling (Chung, Kim, McCann, Klasky, Ye 2023, algorithm 1):
//     x_{t-1} <- x_{t-1} - scale * gradient with respect to x_t of |y - A x0(x_t)|.
// The paper writes the squared norm with a step of zeta' / |y - A x0|: the same but for the factor 2, which is in
// `scale`. Deviations from the released code: the norm is of each sample, so that a result does not depend on the
// batch; the gradient is 0 at a perfect fit, where the code's is not a number.
#include "core/sampling/catalogue.h"
#include "core/sampling/residual_gradient.h"

#include <ATen/ATen.h>

namespace palimpsest {
namespace {

class Dps : public MeasurementGuidance {
public:
    Dps(GuidancePlan plan, Measurement measurement, double scale)
        : MeasurementGuidance(plan, std::move(measurement)), scale_(scale) {}
    at::Tensor correctNext(const StepContext& context, at::Tensor next) const override {
        return next - scale_ * residualNormGradient(measurement(), context);
    }

private:
    double scale_;
};

ParameterSchemas schemas() {
    return {{.name = "scale",
             .type = ParameterType::real,
             .defaultValue = 1.0,
             .minimum = 0,
             .maximum = 100,
             .description = "Weight of the gradient of the residual in every step."}};
}

GuidancePlan plan(const ParameterValues&) { return {.needsGraph = true}; }

std::unique_ptr<Guidance> make(const ParameterValues& values, Measurement measurement) {
    return std::make_unique<Dps>(plan(values), std::move(measurement), std::get<double>(values.at("scale")));
}

} // namespace

extern const GuidanceEntry kDps;
const GuidanceEntry kDps{
    "dps",        "Follows the gradient of the residual through the network; slow, for any operator, bears noise.",
    "1 per step", schemas,
    plan,         make,
    true};

} // namespace palimpsest
