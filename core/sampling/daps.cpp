// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Decoupled annealing posterior sampling (DAPS; Zhang, Chu, Berner, Meng, Anandkumar, Song 2024, algorithm 1): an estimate
// of x0 by a few steps of the probability flow from x_t to the end; a draw from p(x0 | x_t, y) with x0 ~ N(estimate, r^2);
// and a noising from scratch, for which the step rule `renoise` with share 1 is meant.
// Deviations: the paper draws by Langevin dynamics, which for a linear operator we do exactly (perturb and maximise),
//     x0 = argmin over x of |A x - (y + sigmaY n)|^2 + (sigmaY^2 / r^2) |x - (estimate + r z)|^2;
// its r is that of x_t / a, ours the smaller estimateVariance; the flow's nodes are the run's own next times, so that no
// time is asked for that the prior was not trained with; the last step returns the mean.
#include "core/sampling/catalogue.h"
#include "core/sampling/data_consistency.h"
#include "core/sampling/picture_deviation_parameter.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace palimpsest {
namespace {

class Daps : public Guidance {
public:
    Daps(int odeSteps, double pictureDeviation) : odeSteps_(odeSteps), pictureDeviation_(pictureDeviation) {}

    int extraEvaluations(const Step& step) const override { return std::min(odeSteps_, step.count - step.index) - 1; }

    Prediction correctEstimate(const StepContext& context, Prediction estimate) const override {
        const double sigmaY = context.noiseModel.sigmaY;
        const double variance = estimateVariance(context.step, pictureDeviation_);
        at::Tensor x0 = flowToEnd(context, estimate);
        at::Tensor y = context.y;
        if (!context.step.reachesCleanPicture()) {
            x0 = x0 + std::sqrt(variance) * context.noise.draw("guidance", context.A.domain());
            y = y + sigmaY * context.noise.draw("guidance of y", context.A.range());
        }
        return withX0(estimate, proximalStep(context.A, x0, y, sigmaY * sigmaY / variance), context.xt, context.step);
    }

private:
    /// DDIM over odeSteps_ of the times ahead; the first evaluation was the step's own.
    at::Tensor flowToEnd(const StepContext& context, Prediction estimate) const {
        const std::size_t left = context.ahead.size();
        const std::size_t count = std::min(static_cast<std::size_t>(odeSteps_), left);
        for (std::size_t i = 1; i < count; ++i) {
            const Step& node = context.ahead[i * left / count];
            const at::Tensor xt = std::sqrt(node.alphaBar) * estimate.x0 + node.sigma() * estimate.eps;
            estimate = context.denoiser.predict(xt, node);
        }
        return estimate.x0;
    }

    int odeSteps_;
    double pictureDeviation_;
};

ParameterSchemas schemas() {
    return {{.name = "ode-steps", .type = ParameterType::integer, .defaultValue = std::int64_t{1}, .minimum = 1, .maximum = 50,
             .unit = "evaluations",
             .description = "Evaluations for the estimate in each step: 1 takes the denoiser's, more make it sharper."},
            pictureDeviationSchema()};
}

std::unique_ptr<Guidance> make(const ParameterValues& values) {
    return std::make_unique<Daps>(static_cast<int>(std::get<std::int64_t>(values.at("ode-steps"))), pictureDeviationFrom(values));
}

} // namespace

extern const GuidanceEntry kDaps;
const GuidanceEntry kDaps{"daps",
                          "Draws a picture that fits estimate and measurement, then noises it from scratch; corrects early "
                          "mistakes, honest spread, best with the step rule renoise and share 1.",
                          false, "ode-steps per step", schemas, make, true};

} // namespace palimpsest
