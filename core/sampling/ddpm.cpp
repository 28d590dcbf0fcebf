// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ancestral sampling (Ho, Jain, Abbeel 2020, eq. 7): x_{t-1} ~ N(mean of q(x_{t-1} | x_t, x0), variance). The mean is
// written in x0 and eps instead of x0 and x_t,
//     mean = sqrt(alphaBar') x0 + sqrt(1 - alphaBar' - s^2) eps,   s^2 = variance of q(x_{t-1} | x_t, x0),
// the same where the two agree; where a guidance has corrected x0 alone, this form carries the correction whole into
// x_{t-1}. alphaBar' is of the time reached, so respaced runs need no other formula. The variance is the network's
// where it was learned, else s^2 or beta: exact for data of a single image and for white noise of unit variance
// respectively.
#include "core/sampling/catalogue.h"

#include <ATen/ATen.h>

#include <cmath>

namespace palimpsest {
namespace {

enum class Variance { learned, posterior, beta };

class Ddpm : public StepRule {
public:
    explicit Ddpm(Variance variance) : variance_(variance) {}

    Transition transition(const StepContext& context, const Prediction& estimate) const override {
        const Step& step = context.step;
        if (step.reachesCleanPicture()) {
            return {estimate.x0};
        }
        const double ofEps = std::sqrt(1 - step.alphaBarNext - step.posteriorVariance());
        const at::Tensor mean = std::sqrt(step.alphaBarNext) * estimate.x0 + ofEps * estimate.eps;
        if (variance_ == Variance::learned && estimate.logVariance) {
            return {mean, (0.5 * *estimate.logVariance).exp()};
        }
        return {mean, std::sqrt(variance_ == Variance::beta ? step.beta() : step.posteriorVariance())};
    }

private:
    Variance variance_;
};

ParameterSchemas schemas() {
    return {{.name = "variance",
             .type = ParameterType::choice,
             .defaultValue = std::string("learned"),
             .description =
                 "Variance of the noise of each step: the network's own if it has learned one, else posterior; "
                 "or always posterior (the smallest) or beta (the largest).",
             .choices = {"learned", "posterior", "beta"},
             .advanced = true}};
}

std::unique_ptr<StepRule> make(const ParameterValues& values) {
    const auto& name = std::get<std::string>(values.at("variance"));
    return std::make_unique<Ddpm>(name == "beta"        ? Variance::beta
                                  : name == "posterior" ? Variance::posterior
                                                        : Variance::learned);
}

} // namespace

extern const StepRuleEntry kDdpm;
const StepRuleEntry kDdpm{"ddpm", "Ancestral sampling: fresh noise in every step; best with many steps.", schemas,
                          make};

} // namespace palimpsest
