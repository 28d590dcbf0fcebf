// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ancestral sampling followed by Langevin steps at the level that was reached (Song et al. 2021, algorithms 2 to 5):
//     x <- x + e score(x) + sqrt(2 e) z,   e = 2 (r |z| / |score(x)|)^2.
// With score = -eps / s, s = sqrt(1 - alphaBar), this is
//     x <- x - 2 r^2 s (|z| / |eps|)^2 eps + 2 r s |z| / |eps| z,
// which is the same for variance-exploding noise, whose x is larger by 1 / sqrt(alphaBar) and s with it.
// Deviations: norms are per sample, not means over the batch; no factor alpha in the variance-preserving case; a
// guidance that corrects x_{t-1} does so once, after the corrections, and not between them.
#include "core/base/error.h"
#include "core/sampling/catalogue.h"
#include "core/tensor/shape.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace palimpsest {
namespace {

/// The step of this run that leaves the level which `context.step` reaches: it knows that level's time.
const Step& stepFrom(const StepContext& context) {
    const auto found = std::find_if(context.ahead.begin(), context.ahead.end(),
                                    [&](const Step& step) { return step.alphaBar == context.step.alphaBarNext; });
    if (found == context.ahead.end()) {
        throw Bug("no step of this run leaves the level that step " + std::to_string(context.step.index) + " reaches");
    }
    return *found;
}

class PredictorCorrector : public StepRule {
public:
    PredictorCorrector(int corrections, double snr)
        : ancestral_(makeStepRule("ddpm")), corrections_(corrections), snr_(snr) {}

    /// Of the predictor: the corrections that follow have no closed form.
    Transition transition(const StepContext& context, const Prediction& estimate) const override {
        return ancestral_->transition(context, estimate);
    }

    at::Tensor advance(const StepContext& context, const Prediction& estimate) const override {
        at::Tensor x = ancestral_->advance(context, estimate);
        for (int i = 0; i < extraEvaluations(context.step); ++i) {
            x = corrected(context, x);
        }
        return x;
    }

    int extraEvaluations(const Step& step) const override { return step.index + 1 < step.count ? corrections_ : 0; }

private:
    at::Tensor corrected(const StepContext& context, const at::Tensor& x) const {
        const Step& level = stepFrom(context);
        const at::Tensor eps = context.denoiser.predict(x, level).eps;
        const at::Tensor z = context.noise.draw("corrections", context.domain);
        const at::Tensor ratio = (normPerSample(z) / normPerSample(eps)).view({-1, 1, 1, 1});
        return x - 2 * snr_ * snr_ * level.sigma() * ratio.square() * eps + 2 * snr_ * level.sigma() * ratio * z;
    }

    std::unique_ptr<StepRule> ancestral_;
    int corrections_;
    double snr_;
};

ParameterSchemas schemas() {
    return {{.name = "corrections",
             .type = ParameterType::integer,
             .defaultValue = std::int64_t{1},
             .minimum = 1,
             .maximum = 10,
             .description = "Langevin steps after each step, one evaluation each."},
            {.name = "snr",
             .type = ParameterType::real,
             .defaultValue = 0.16,
             .minimum = 0.001,
             .maximum = 1,
             .description = "How far each of them goes: the ratio of what it removes to the fresh noise.",
             .advanced = true}};
}

std::unique_ptr<StepRule> make(const ParameterValues& values) {
    return std::make_unique<PredictorCorrector>(static_cast<int>(std::get<std::int64_t>(values.at("corrections"))),
                                                std::get<double>(values.at("snr")));
}

} // namespace

extern const StepRuleEntry kPredictorCorrector;
const StepRuleEntry kPredictorCorrector{
    "predictor-corrector",
    "Ancestral sampling that corrects every step by Langevin dynamics: the sampler of "
    "score-SDE and score-MRI; twice the evaluations.",
    schemas, make};

} // namespace palimpsest
