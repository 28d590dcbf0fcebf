// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Decomposed diffusion sampling (DDS; Chung, Lee, Ye 2024, algorithm 1 and eq. 15): a few iterations of conjugate
// gradients, begun at the estimate, on
//     argmin over x of |A x - y|^2 + rho |x - x0|^2,
// so that the result stays in the Krylov space of the estimate and no derivative of the network is needed. The paper
// has a fixed weight gamma = 1 / rho; here rho = sigmaY^2 / r^2 (proximalEstimate), 0 without noise, unless gamma is
// given. eps stays the network's, as published; with a noisy y and rho of the noise it is made to agree, since the
// network's would let the noise of y add up in x_t.
#include "core/operators/conjugate_gradient.h"
#include "core/sampling/catalogue.h"
#include "core/sampling/data_consistency.h"

#include <ATen/ATen.h>

namespace palimpsest {
namespace {

class Dds : public MeasurementGuidance {
public:
    Dds(Measurement measurement, int iterations, double gamma)
        : MeasurementGuidance({}, std::move(measurement)), iterations_(iterations), gamma_(gamma) {}

    Prediction correctEstimate(const StepContext& context, Prediction estimate) const override {
        const double sigmaY = measurement().noise.sigmaY;
        const double rho = gamma_ > 0 ? 1 / gamma_ : sigmaY * sigmaY / estimateVariance(context.step);
        const LinearOperator& A = measurement().linear();
        const auto normal = [&A, rho](const at::Tensor& x) { return A.adjoint(A.forward(x)) + rho * x; };
        const at::Tensor b = A.adjoint(measurement().yFor(estimate.x0)) + rho * estimate.x0;
        const at::Tensor x0 = conjugateGradient(normal, b, estimate.x0, {.iterations = iterations_, .stop = A.stop()});
        if (gamma_ > 0 || measurement().noise.isNoiseless()) {
            estimate.x0 = x0;
            return estimate;
        }
        return withX0(estimate, x0, context.xt, context.step);
    }

private:
    int iterations_;
    double gamma_;
};

ParameterSchemas schemas() {
    return {{.name = "iterations",
             .type = ParameterType::integer,
             .defaultValue = std::int64_t{5},
             .minimum = 1,
             .maximum = 200,
             .description = "Iterations of conjugate gradients in each step; they cost no evaluations.",
             .advanced = true},
            {.name = "gamma",
             .type = ParameterType::real,
             .defaultValue = 0.0,
             .minimum = 0,
             .maximum = 1e6,
             .description = "Fixed weight of the measurement, as published; 0: from the noise and the step.",
             .advanced = true}};
}

GuidancePlan plan(const ParameterValues&) { return {}; }

std::unique_ptr<Guidance> make(const ParameterValues& values, Measurement measurement) {
    return std::make_unique<Dds>(std::move(measurement),
                                 static_cast<int>(std::get<std::int64_t>(values.at("iterations"))),
                                 std::get<double>(values.at("gamma")));
}

} // namespace

extern const GuidanceEntry kDds;
const GuidanceEntry kDds{
    "dds",
    "A few conjugate gradient iterations from every estimate towards the measurement; fast, for costly "
    "operators without a closed form.",
    "1 per step",
    schemas,
    plan,
    make};

} // namespace palimpsest
