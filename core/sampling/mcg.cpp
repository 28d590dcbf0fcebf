// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Manifold constrained gradient (Chung, Sim, Ryu, Ye 2022, eq. 14-15): the projection, and in the null space a step
// down the gradient of the residual through the network, which keeps the path on the data manifold:
//     x_{t-1} <- (I - A^+ A) (x_{t-1} - scale * gradient with respect to x_t of |y - A x0(x_t)|) + A^+ y_{t-1}.
// The norm is not squared, as in the released code; the paper's squared norm has the weight scale / |y - A x0|.
// Deviations from the released code: the norm is of each sample; its gradient is 0 at a perfect fit; A^+ y has the
// noise level t-1, so that the end is clean; I - A^+ A is that of any linear operator. With a noisy y (noise-aware) the
// projection is of the estimate and soft, proximalEstimate: with r^2 the variance of x0 given x_t,
//     x0 <- argmin over x of |A x - y|^2 + (sigmaY^2 / r^2) |x - x0|^2,   eps to agree,
// which is the posterior mean under a white prior, leaves directions of small singular values to the prior instead of
// amplifying their noise, and tends to the hard projection of x0 for sigmaY -> 0. The gradient is taken through the
// complement of the same proximal step, and as the residual does not fall to zero when the estimate is right, it fades
// with the share of x0's variance in that of the residual, r^2 / (r^2 + sigmaY^2). On Gaussian priors with sigmaY = 0.3
// the error of the mean is 0.06-0.1 for a mask, area means, a dense operator and a blur; that of the hard projection
// 0.3, 0.4, 20 and 13.
#include "core/sampling/catalogue.h"
#include "core/sampling/data_consistency.h"
#include "core/sampling/noise_aware_parameter.h"
#include "core/sampling/residual_gradient.h"

#include <ATen/ATen.h>

namespace palimpsest {
namespace {

class Mcg : public MeasurementGuidance {
public:
    Mcg(GuidancePlan plan, Measurement measurement, double scale, bool noiseAware)
        : MeasurementGuidance(plan, std::move(measurement)), scale_(scale), noiseAware_(noiseAware) {}

    Prediction correctEstimate(const StepContext& context, Prediction estimate) const override {
        return isSoft() ? proximalEstimate(measurement(), context, estimate) : estimate;
    }

    at::Tensor correctNext(const StepContext& context, at::Tensor next) const override {
        const at::Tensor gradient = residualNormGradient(measurement(), context);
        if (!isSoft()) {
            return withHardMeasurement(measurement(), context, next - scale_ * gradient);
        }
        const double sigmaY = measurement().noise.sigmaY;
        const double variance = estimateVariance(context.step);
        const double weight = scale_ * variance / (variance + sigmaY * sigmaY);
        const at::Tensor zero = at::zeros_like(measurement().yFor(next));
        return next - weight * measurement().linear().proxL2(gradient, zero, sigmaY * sigmaY / variance);
    }

private:
    bool isSoft() const { return noiseAware_ && !measurement().noise.isNoiseless(); }

    double scale_;
    bool noiseAware_;
};

ParameterSchemas schemas() {
    return {{.name = "scale",
             .type = ParameterType::real,
             .defaultValue = 1.0,
             .minimum = 0,
             .maximum = 100,
             .description = "Weight of the gradient of the residual in every step."},
            noiseAwareSchema()};
}

GuidancePlan plan(const ParameterValues&) { return {.needsGraph = true}; }

std::unique_ptr<Guidance> make(const ParameterValues& values, Measurement measurement) {
    return std::make_unique<Mcg>(plan(values), std::move(measurement), std::get<double>(values.at("scale")),
                                 noiseAwareFrom(values));
}

} // namespace

extern const GuidanceEntry kMcg;
const GuidanceEntry kMcg{
    "mcg",
    "Projection on the measurement with the gradient of the residual in the unknown part; slow, coherent "
    "seams, for any operator, bears noise.",
    "1 per step",
    schemas,
    plan,
    make};

} // namespace palimpsest
