// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Noising the estimate to the next level with a mixture of predicted and fresh noise (DiffPIR, Zhu et al. 2023, eq.
// 15):
//     x_{t-1} = sqrt(alphaBar') x0 + sqrt(1 - alphaBar') (sqrt(1 - share) eps + sqrt(share) z).
// share = eta^2 is the step of DDRM (Kawar et al. 2022, eq. 7), share = 1 the decoupled one of DAPS (Zhang et al.
// 2024). Unlike DDIM's eta, the share is of all noise of x_{t-1}, not of the noise that one step adds.
#include "core/sampling/catalogue.h"

#include <ATen/ATen.h>

#include <cmath>

namespace palimpsest {
namespace {

class Renoise : public StepRule {
public:
    explicit Renoise(double share) : share_(share) {}

    Transition transition(const StepContext& context, const Prediction& estimate) const override {
        const Step& step = context.step;
        if (step.reachesCleanPicture()) {
            return {estimate.x0};
        }
        const double kept = step.sigmaNext() * std::sqrt(1 - share_);
        return {std::sqrt(step.alphaBarNext) * estimate.x0 + kept * estimate.eps, step.sigmaNext() * std::sqrt(share_)};
    }

    /// The same draw, written as the formula is: rounding, and so the bytes of results, depend on the order.
    at::Tensor advance(const StepContext& context, const Prediction& estimate) const override {
        const Step& step = context.step;
        if (step.reachesCleanPicture()) {
            return estimate.x0;
        }
        const at::Tensor fresh = std::sqrt(share_) * context.noise.draw("steps", context.domain);
        return std::sqrt(step.alphaBarNext) * estimate.x0 +
               step.sigmaNext() * (std::sqrt(1 - share_) * estimate.eps + fresh);
    }

private:
    double share_;
};

ParameterSchemas schemas() {
    return {{.name = "share",
             .type = ParameterType::real,
             .defaultValue = 0.3,
             .minimum = 0,
             .maximum = 1,
             .description = "Share of fresh noise in the variance of each step's noise: 0 keeps the predicted noise, 1 "
                            "forgets it.",
             .advanced = true}};
}

std::unique_ptr<StepRule> make(const ParameterValues& values) {
    return std::make_unique<Renoise>(std::get<double>(values.at("share")));
}

} // namespace

extern const StepRuleEntry kRenoise;
const StepRuleEntry kRenoise{
    "renoise",
    "Noises the estimate anew in every step, partly with fresh noise; for guidances that correct "
    "the estimate (diffpir, ddrm, daps).",
    schemas, make};

} // namespace palimpsest
