// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Decoupled annealing posterior sampling (DAPS; Zhang, Chu, Berner, Meng, Anandkumar, Song 2024, algorithm 1): an
// estimate of x0 by a few steps of the probability flow ODE from x_t to the end; a draw from p(x0 | x_t, y) with x0 ~
// N(estimate, r^2); and fresh noise of the next level, for which the step rule `renoise` with share 1 is meant.
// Deviations: the paper draws by Langevin dynamics, which for a linear operator we do exactly (perturb and maximise),
//     x0 = argmin over x of |A x - (y + sigmaY n)|^2 + (sigmaY^2 / r^2) |x - (estimate + r z)|^2;
// its r is that of x_t / a, ours the smaller estimateVariance; the nodes of the ODE solver are the run's own next
// times, so that the network sees no time that it was not trained with; the last step returns the mean.
#include "core/sampling/catalogue.h"
#include "core/sampling/data_consistency.h"
#include "core/sampling/picture_deviation_parameter.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace palimpsest {
namespace {

class Daps : public MeasurementGuidance {
public:
    Daps(GuidancePlan plan, Measurement measurement, double pictureDeviation)
        : MeasurementGuidance(plan, std::move(measurement)), pictureDeviation_(pictureDeviation) {}

    Prediction correctEstimate(const StepContext& context, Prediction estimate) const override {
        const double sigmaY = measurement().noise.sigmaY;
        const double variance = estimateVariance(context.step, pictureDeviation_);
        const MeasurementOperator& A = *measurement().A;
        at::Tensor x0 = flowToEnd(context, estimate);
        at::Tensor y = measurement().yFor(x0);
        if (!context.step.reachesCleanPicture()) {
            x0 = x0 + std::sqrt(variance) * context.noise.draw("guidance", context.domain);
            y = y + sigmaY * context.noise.draw("guidance of y", A.range());
        }
        return withX0(estimate, proximalStep(A, x0, y, sigmaY * sigmaY / variance), context.xt, context.step);
    }

private:
    /// DDIM over `ode-steps` of the times ahead; the first evaluation was the step's own.
    at::Tensor flowToEnd(const StepContext& context, Prediction estimate) const {
        const std::size_t left = context.ahead.size();
        const std::size_t count = std::min(static_cast<std::size_t>(plan().evaluationsPerStep), left);
        for (std::size_t i = 1; i < count; ++i) {
            const Step& node = context.ahead[i * left / count];
            const at::Tensor xt = std::sqrt(node.alphaBar) * estimate.x0 + node.sigma() * estimate.eps;
            estimate = context.denoiser.predict(xt, node);
        }
        return estimate.x0;
    }

    double pictureDeviation_;
};

ParameterSchemas schemas() {
    return {{.name = "ode-steps",
             .type = ParameterType::integer,
             .defaultValue = std::int64_t{1},
             .minimum = 1,
             .maximum = 50,
             .unit = "evaluations",
             .description = "Evaluations for the estimate in each step: 1 takes the denoiser's, more make it sharper."},
            pictureDeviationSchema()};
}

GuidancePlan plan(const ParameterValues& values) {
    return {.evaluationsPerStep = static_cast<int>(std::get<std::int64_t>(values.at("ode-steps")))};
}

std::unique_ptr<Guidance> make(const ParameterValues& values, Measurement measurement) {
    return std::make_unique<Daps>(plan(values), std::move(measurement), pictureDeviationFrom(values));
}

} // namespace

extern const GuidanceEntry kDaps;
const GuidanceEntry kDaps{
    "daps",
    "Draws a picture that fits estimate and measurement, then noises it from scratch; corrects early "
    "mistakes, honest spread, best with the step rule renoise and share 1.",
    "ode-steps per step",
    schemas,
    plan,
    make,
    true};

} // namespace palimpsest
