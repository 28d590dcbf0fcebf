// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// DDIM (Song, Meng, Ermon 2021, eq. 12 and 16):
//     x_{t-1} = sqrt(alphaBar') x0 + sqrt(1 - alphaBar' - s^2) eps + s z,   s = eta sqrt(posterior variance).
// eta = 0 is deterministic after the start, eta = 1 is ancestral sampling with the smallest variance.
#include "core/sampling/catalogue.h"

#include <ATen/ATen.h>

#include <cmath>

namespace palimpsest {
namespace {

class Ddim : public StepRule {
public:
    explicit Ddim(double eta) : eta_(eta) {}

    Transition transition(const StepContext& context, const Prediction& estimate) const override {
        const Step& step = context.step;
        if (step.reachesCleanPicture()) {
            return {estimate.x0};
        }
        const double variance = eta_ * eta_ * step.posteriorVariance();
        const at::Tensor mean =
            std::sqrt(step.alphaBarNext) * estimate.x0 + std::sqrt(1 - step.alphaBarNext - variance) * estimate.eps;
        return {mean, std::sqrt(variance)};
    }

private:
    double eta_;
};

ParameterSchemas schemas() {
    return {{.name = "eta",
             .type = ParameterType::real,
             .defaultValue = 0.0,
             .minimum = 0,
             .maximum = 1,
             .description = "Share of fresh noise: 0 is deterministic, 1 is ancestral sampling.",
             .advanced = true}};
}

std::unique_ptr<StepRule> make(const ParameterValues& values) {
    return std::make_unique<Ddim>(std::get<double>(values.at("eta")));
}

} // namespace

extern const StepRuleEntry kDdim;
const StepRuleEntry kDdim{"ddim", "Deterministic or partly random steps; good with few steps.", schemas, make};

} // namespace palimpsest
