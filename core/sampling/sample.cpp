// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/sample.h"

#include "core/base/error.h"
#include "core/sampling/measured_part.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

namespace palimpsest {
namespace {

Prediction predict(const SamplingPlan& plan, const at::Tensor& xt, const Step& step) {
    const at::AutoGradMode gradients(plan.guidance.needsGraph());
    const Prediction prediction = plan.denoiser.predict(xt, step);
    return plan.clipX0 ? clipped(prediction, xt, step) : prediction;
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

} // namespace

int plannedEvaluations(const SamplingPlan& plan) {
    const int perStep = 1 + plan.stepRule.extraEvaluations() + plan.guidance.extraEvaluations();
    return static_cast<int>(plan.steps.size()) * perStep;
}

at::Tensor sample(const SamplingPlan& plan, NoiseSource& noise, const StepObserver& observe, std::stop_token stop) {
    if (plan.steps.empty()) {
        throw Bug("a sampling plan without steps");
    }
    const at::AutoGradMode gradients(false);
    const at::Tensor y = spreadMeasurement(plan, noise);
    at::Tensor x = plan.start.draw(plan.steps.front(), plan.A.domain(), noise);
    for (const Step& step : plan.steps) {
        if (stop.stop_requested()) {
            throw Cancelled();
        }
        const at::Tensor xt = x.detach().requires_grad_(plan.guidance.needsGraph());
        const Prediction prediction = predict(plan, xt, step);
        const StepContext context{step, xt, prediction, plan.denoiser, plan.A, y, plan.noiseModel, noise};
        const Prediction estimate = plan.guidance.correctEstimate(context, withoutGraph(prediction));
        x = plan.guidance.correctNext(context, plan.stepRule.advance(context, estimate));
        if (observe) {
            const at::Tensor residual = normPerSample(y - plan.A.forward(estimate.x0));
            if (observe({step, estimate.x0, residual}) == AfterStep::keepEstimate) {
                x = estimate.x0;
                break;
            }
        }
    }
    return plan.noiseModel.isNoiseless() ? withMeasurement(plan.A, x, y) : x;
}

} // namespace palimpsest
