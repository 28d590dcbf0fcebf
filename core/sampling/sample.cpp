// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/sample.h"

#include "core/base/error.h"
#include "core/sampling/data_consistency.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <cmath>

namespace palimpsest {
namespace {

/// The plan's denoiser with the plan's clipping, for everyone who evaluates.
class PlanDenoiser : public Denoiser {
public:
    explicit PlanDenoiser(const SamplingPlan& plan) : plan_(plan) {}
    Prediction predict(const at::Tensor& xt, const Step& step) const override {
        const Prediction prediction = plan_.denoiser.predict(xt, step);
        return plan_.clipX0 ? clipped(prediction, xt, step) : prediction;
    }

private:
    const SamplingPlan& plan_;
};

Prediction predict(const SamplingPlan& plan, const Denoiser& denoiser, const at::Tensor& xt, const Step& step) {
    const at::AutoGradMode gradients(plan.guidance.needsGraph());
    return denoiser.predict(xt, step);
}

Prediction withoutGraph(const Prediction& prediction) {
    return {prediction.x0.detach(), prediction.eps.detach(),
            prediction.logVariance ? std::optional(prediction.logVariance->detach()) : std::nullopt};
}

/// y for every sample of the batch.
at::Tensor spreadMeasurement(const SamplingPlan& plan, const NoiseSource& noise) {
    requireBatchOf(plan.y, plan.A.range(), "the measurement");
    return plan.y.to(noise.options()).expand(withBatch(noise.sampleCount(), plan.A.range()));
}

/// Travel back in time: x of the level alphaBar, diffused forward to the one that `step` leaves.
at::Tensor noisedBack(const at::Tensor& x, double alphaBar, const Step& step, NoiseSource& noise) {
    const double left = step.alphaBar / alphaBar;
    const Shape shape(x.sizes().begin() + 1, x.sizes().end());
    return std::sqrt(left) * x + std::sqrt(1 - left) * noise.draw("time travel", shape);
}

} // namespace

int plannedEvaluations(const SamplingPlan& plan) { return plannedEvaluations(plan.steps, plan.stepRule, plan.guidance); }

at::Tensor sample(const SamplingPlan& plan, NoiseSource& noise, const StepObserver& observe, std::stop_token stop) {
    if (plan.steps.empty()) {
        throw Bug("a sampling plan without steps");
    }
    const at::AutoGradMode gradients(false);
    const at::Tensor y = spreadMeasurement(plan, noise);
    const PlanDenoiser denoiser(plan);
    std::optional<PastStep> past;
    at::Tensor x = plan.start.draw(plan.steps.front(), plan.A.domain(), noise);
    for (std::span<const Step> ahead = plan.steps; !ahead.empty(); ahead = ahead.subspan(1)) {
        const Step& step = ahead.front();
        if (stop.stop_requested()) {
            throw Cancelled();
        }
        if (past && step.alphaBar < past->step.alphaBarNext) {
            x = noisedBack(x, past->step.alphaBarNext, step, noise);
            past.reset();
        }
        const at::Tensor xt = x.detach().requires_grad_(plan.guidance.needsGraph());
        const Prediction prediction = predict(plan, denoiser, xt, step);
        const StepContext context{step, xt, prediction, denoiser, plan.A, y, plan.noiseModel, noise,
                                  ahead, plan.clipX0, past ? &*past : nullptr};
        const Prediction estimate = plan.guidance.correctEstimate(context, withoutGraph(prediction));
        x = plan.guidance.correctNext(context, plan.stepRule.advance(context, estimate));
        if (observe) {
            const at::Tensor residual = normPerSample(y - plan.A.forward(estimate.x0));
            if (observe({step, estimate.x0, residual}) == AfterStep::keepEstimate) {
                x = estimate.x0;
                break;
            }
        }
        past = {step, estimate};
    }
    return plan.noiseModel.isNoiseless() ? withMeasurement(plan.A, x, y) : x;
}

} // namespace palimpsest
