// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pseudo-inverse guidance (PiGDM; Song, Vahdat, Mardani, Kautz 2023, eq. 7 and algorithm 1): with x0 ~ N(x0(x_t), r^2),
//     g = gradient with respect to x_t of log p(y | x_t) = (d x0 / d x_t)^T A^T (r^2 A A^T + sigmaY^2)^-1 (y - A x0).
// A^T (A A^T + c)^-1 = (A^T A + c)^-1 A^T, which is proxL2(0, y - A x0, c) with c = sigmaY^2 / r^2, and A^+ for c = 0.
// The paper takes r^2 = 1 - alphaBar, that of data of unit deviation; `picture-deviation` is that deviation.
// Deviation: g corrects the score and so both views of the estimate, eps <- eps - s g, x0 <- x0 + (s^2 / a) g, for any
// step rule; the corrected estimate is clipped to the range of images as the denoiser's is, since near pure noise the
// factor 1 / a amplifies small errors of the network. The released code adds sqrt(alphaBar) g to DDIM's step, which is
// the same to first order in its length.
#include "core/sampling/catalogue.h"
#include "core/sampling/data_consistency.h"
#include "core/sampling/picture_deviation_parameter.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>

#include <cmath>

namespace palimpsest {
namespace {

class Pigdm : public MeasurementGuidance {
public:
    Pigdm(GuidancePlan plan, Measurement measurement, double scale, double pictureDeviation)
        : MeasurementGuidance(plan, std::move(measurement)), scale_(scale), pictureDeviation_(pictureDeviation) {}

    Prediction correctEstimate(const StepContext& context, Prediction estimate) const override {
        const Step& step = context.step;
        const double sigmaY = measurement().noise.sigmaY;
        const double variance = estimateVariance(step, pictureDeviation_);
        const LinearOperator& A = measurement().linear();
        const at::Tensor miss = measurement().yFor(estimate.x0) - A.forward(estimate.x0);
        const at::Tensor pull = proximalStep(A, at::zeros_like(estimate.x0), miss, sigmaY * sigmaY / variance);
        const at::Tensor gradient = torch::autograd::grad({context.prediction.x0}, {context.xt}, {pull}).front();
        const at::Tensor g = scale_ / variance * gradient;
        estimate.x0 = estimate.x0 + (1 - step.alphaBar) / std::sqrt(step.alphaBar) * g;
        estimate.eps = estimate.eps - step.sigma() * g;
        return context.clipsX0 ? clipped(estimate, context.xt, step) : estimate;
    }

private:
    double scale_;
    double pictureDeviation_;
};

ParameterSchemas schemas() {
    return {{.name = "scale",
             .type = ParameterType::real,
             .defaultValue = 1.0,
             .minimum = 0,
             .maximum = 100,
             .description = "Weight of the guidance; 1 is what the formula of the posterior says."},
            pictureDeviationSchema()};
}

GuidancePlan plan(const ParameterValues&) { return {.needsGraph = true}; }

std::unique_ptr<Guidance> make(const ParameterValues& values, Measurement measurement) {
    return std::make_unique<Pigdm>(plan(values), std::move(measurement), std::get<double>(values.at("scale")),
                                   pictureDeviationFrom(values));
}

} // namespace

extern const GuidanceEntry kPigdm;
const GuidanceEntry kPigdm{"pigdm",
                           "Corrects the estimate by the pseudo-inverse of the measurement, through the network; slow, "
                           "accurate with few steps, bears noise.",
                           "1 per step",
                           schemas,
                           plan,
                           make};

} // namespace palimpsest
