// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ancestral sampling (Ho, Jain, Abbeel 2020, eq. 7): x_{t-1} ~ N(mean(x_t, x0), variance) with
//     mean = sqrt(alphaBar') beta / (1 - alphaBar) x0 + sqrt(alpha) (1 - alphaBar') / (1 - alphaBar) x_t,
// where alphaBar' is of the time reached and alpha = alphaBar / alphaBar'. All of it follows from the step alone, so
// respaced runs need no other formula. The variance is the network's where it was learned, else that of
// q(x_{t-1} | x_t, x_0) or beta: right for a prior of one picture and of white noise of unit variance respectively.
#include "core/sampling/catalogue.h"

#include <ATen/ATen.h>

#include <cmath>

namespace palimpsest {
namespace {

enum class Variance { learned, posterior, beta };

class Ddpm : public StepRule {
public:
    explicit Ddpm(Variance variance) : variance_(variance) {}

    at::Tensor advance(const StepContext& context, const Prediction& estimate) const override {
        const Step& step = context.step;
        if (step.reachesCleanPicture()) {
            return estimate.x0;
        }
        const double ofX0 = std::sqrt(step.alphaBarNext) * step.beta() / (1 - step.alphaBar);
        const double ofXt = std::sqrt(1 - step.beta()) * (1 - step.alphaBarNext) / (1 - step.alphaBar);
        const at::Tensor mean = ofX0 * estimate.x0 + ofXt * context.xt.detach();
        const at::Tensor z = context.noise.draw("steps", context.A.domain());
        if (variance_ == Variance::learned && estimate.logVariance) {
            return mean + (0.5 * *estimate.logVariance).exp() * z;
        }
        return mean + std::sqrt(variance_ == Variance::beta ? step.beta() : step.posteriorVariance()) * z;
    }

private:
    Variance variance_;
};

ParameterSchemas schemas() {
    return {{.name = "variance", .type = ParameterType::choice, .defaultValue = std::string("learned"),
             .description = "Variance of the noise of each step: the network's own if it has learned one, else posterior; "
                            "or always posterior (the smallest) or beta (the largest).",
             .choices = {"learned", "posterior", "beta"}, .advanced = true}};
}

std::unique_ptr<StepRule> make(const ParameterValues& values) {
    const auto& name = std::get<std::string>(values.at("variance"));
    return std::make_unique<Ddpm>(name == "beta"        ? Variance::beta
                                  : name == "posterior" ? Variance::posterior
                                                        : Variance::learned);
}

} // namespace

extern const StepRuleEntry kDdpm;
const StepRuleEntry kDdpm{"ddpm", "Ancestral sampling: fresh noise in every step; best with many steps.", schemas, make};

} // namespace palimpsest
