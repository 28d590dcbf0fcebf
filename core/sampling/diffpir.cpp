// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// DiffPIR (Zhu, Zhang, Liang, Cao, Wen, Timofte, Van Gool 2023, algorithm 1): half-quadratic splitting, one proximal
// step on the estimate (eq. 12a),
//     x0 <- argmin over x of |A x - y|^2 + lambda (sigmaY^2 / r^2) |x - x0|^2,
// and eps made to agree (eq. 14); the step rule `renoise` then is its eq. 15. The paper's r^2 is that of x_t / a, s^2 /
// alphaBar: the limit of a large `picture-deviation`, which trusts a first estimate too little to start from.
// Without noise x0 is projected on the measurement; the released code takes a smallest sigmaY of 0.001 instead.
#include "core/sampling/catalogue.h"
#include "core/sampling/data_consistency.h"
#include "core/sampling/picture_deviation_parameter.h"

#include <ATen/ATen.h>

namespace palimpsest {
namespace {

class DiffPir : public MeasurementGuidance {
public:
    DiffPir(Measurement measurement, double lambda, double pictureDeviation)
        : MeasurementGuidance({}, std::move(measurement)), lambda_(lambda), pictureDeviation_(pictureDeviation) {}

    Prediction correctEstimate(const StepContext& context, Prediction estimate) const override {
        const double sigmaY = measurement().noise.sigmaY;
        const double rho = lambda_ * sigmaY * sigmaY / estimateVariance(context.step, pictureDeviation_);
        const at::Tensor x0 = proximalStep(*measurement().A, estimate.x0, measurement().yFor(estimate.x0), rho);
        return withX0(estimate, x0, context.xt, context.step);
    }

private:
    double lambda_;
    double pictureDeviation_;
};

ParameterSchemas schemas() {
    return {{.name = "lambda",
             .type = ParameterType::real,
             .defaultValue = 1.0,
             .minimum = 0.01,
             .maximum = 100,
             .description = "Weight of the prior against a noisy measurement; more is smoother."},
            pictureDeviationSchema()};
}

GuidancePlan plan(const ParameterValues&) { return {}; }

std::unique_ptr<Guidance> make(const ParameterValues& values, Measurement measurement) {
    return std::make_unique<DiffPir>(std::move(measurement), std::get<double>(values.at("lambda")),
                                     pictureDeviationFrom(values));
}

} // namespace

extern const GuidanceEntry kDiffPir;
const GuidanceEntry kDiffPir{
    "diffpir",
    "Fits every estimate to the measurement as far as its noise allows; fast, for any operator, "
    "best with the step rule renoise.",
    "1 per step",
    schemas,
    plan,
    make,
    true};

} // namespace palimpsest
