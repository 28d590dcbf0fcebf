// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/sample.h"

#include "core/base/error.h"

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

const Guidance& guidanceOf(const SamplingPlan& plan) {
    static const Guidance none;
    return plan.guidance ? *plan.guidance : none;
}

void requireRunnable(const SamplingPlan& plan) {
    if (plan.steps.empty()) {
        throw Bug("a sampling plan without steps");
    }
    if (plan.differentiableSteps > 0 && guidanceOf(plan).plan().needsGraph) {
        throw Bug(
            "this guidance takes the gradient of the denoiser itself, and its steps cannot be differentiated again");
    }
}

Prediction withoutGraph(const Prediction& prediction) {
    return {prediction.x0.detach(), prediction.eps.detach(),
            prediction.logVariance ? std::optional(prediction.logVariance->detach()) : std::nullopt};
}

Prediction predictWithGraph(const Denoiser& denoiser, const at::Tensor& xt, const Step& step) {
    const at::AutoGradMode gradients(true);
    return denoiser.predict(xt, step);
}

/// Travel back in time: x of the level alphaBar, diffused forward to the one that `step` leaves.
at::Tensor noisedBack(const at::Tensor& x, double alphaBar, const Step& step, const Shape& shape, NoiseSource& noise) {
    const double left = step.alphaBar / alphaBar;
    return std::sqrt(left) * x + std::sqrt(1 - left) * noise.draw("time travel", shape);
}

AfterStep shown(const StepObserver& observe, const Guidance& guidance, const Step& step, const at::Tensor& estimate) {
    const at::NoGradGuard off;
    const at::Tensor x0 = estimate.detach();
    const at::Tensor residual = guidance.residual(x0);
    return observe({step, x0, residual});
}

} // namespace

int plannedEvaluations(const SamplingPlan& plan) {
    return plannedEvaluations(plan.steps, plan.stepRule, guidanceOf(plan).plan());
}

at::Tensor sample(const SamplingPlan& plan, NoiseSource& noise, const StepObserver& observe, std::stop_token stop) {
    requireRunnable(plan);
    const Guidance& guidance = guidanceOf(plan);
    const PlanDenoiser denoiser(plan);
    at::AutoGradMode gradients(false);
    std::optional<PastStep> past;
    at::Tensor x = plan.start.draw(plan.steps.front(), plan.shape, noise);
    for (std::span<const Step> ahead = plan.steps; !ahead.empty(); ahead = ahead.subspan(1)) {
        const Step& step = ahead.front();
        if (stop.stop_requested()) {
            throw Cancelled();
        }
        at::GradMode::set_enabled(static_cast<int>(ahead.size()) <= plan.differentiableSteps);
        if (past && step.alphaBar < past->step.alphaBarNext) {
            x = noisedBack(x, past->step.alphaBarNext, step, plan.shape, noise);
            past.reset();
        }
        const bool ownGraph = guidance.plan().needsGraph;
        const at::Tensor xt = ownGraph ? x.detach().requires_grad_() : x;
        const Prediction prediction = ownGraph ? predictWithGraph(denoiser, xt, step) : denoiser.predict(xt, step);
        const StepContext context{
            step, xt, prediction, denoiser, plan.shape, noise, ahead, plan.clipX0, past ? &*past : nullptr};
        const Prediction estimate = guidance.correctEstimate(context, ownGraph ? withoutGraph(prediction) : prediction);
        x = guidance.correctNext(context, plan.stepRule.advance(context, estimate));
        if (observe && shown(observe, guidance, step, estimate.x0) == AfterStep::keepEstimate) {
            x = estimate.x0;
            break;
        }
        past = {step, estimate};
    }
    return guidance.finish(x);
}

} // namespace palimpsest
