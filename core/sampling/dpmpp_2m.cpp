// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// DPM-Solver++(2M) (Lu et al. 2022, "DPM-Solver++", algorithm 2): the probability flow in lambda = log(a / s), a^2 =
// alphaBar, s^2 = 1 - alphaBar, with x0 extrapolated linearly from this step's estimate and the one before,
//     x_{t-1} = (s'/s) x_t - a' (exp(-h) - 1) D,   D = x0 + (h / 2 h_past) (x0 - x0_past),   h = lambda' - lambda.
// Without a past (first step, after a travel back in time) D = x0, which is DDIM. The last step, for which h is
// infinite, is the estimate itself, as in all rules.
#include "core/sampling/catalogue.h"

#include <ATen/ATen.h>

#include <cmath>

namespace palimpsest {
namespace {

double logSignalToNoise(double alphaBar) { return 0.5 * std::log(alphaBar / (1 - alphaBar)); }

double stride(const Step& step) { return logSignalToNoise(step.alphaBarNext) - logSignalToNoise(step.alphaBar); }

class DpmSolver2M : public StepRule {
public:
    Transition transition(const StepContext& context, const Prediction& estimate) const override {
        const Step& step = context.step;
        if (step.reachesCleanPicture()) {
            return {estimate.x0};
        }
        at::Tensor direction = estimate.x0;
        if (context.past) {
            const double weight = stride(step) / (2 * stride(context.past->step));
            direction = direction + weight * (estimate.x0 - context.past->estimate.x0);
        }
        // x_t recomputed from the estimate, so that a guidance which corrects x0 alone steers this rule as it steers
        // DDIM.
        const at::Tensor xt = std::sqrt(step.alphaBar) * estimate.x0 + step.sigma() * estimate.eps;
        return {step.sigmaNext() / step.sigma() * xt -
                std::sqrt(step.alphaBarNext) * std::expm1(-stride(step)) * direction};
    }
};

ParameterSchemas schemas() { return {}; }

std::unique_ptr<StepRule> make(const ParameterValues&) { return std::make_unique<DpmSolver2M>(); }

} // namespace

extern const StepRuleEntry kDpmpp2M;
const StepRuleEntry kDpmpp2M{
    "dpmpp-2m",
    "Deterministic steps of second order; as good as ddim with half the steps, where the guidance is "
    "gentle.",
    schemas, make};

} // namespace palimpsest
