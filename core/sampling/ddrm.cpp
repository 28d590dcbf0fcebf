// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Denoising diffusion restoration (DDRM; Kawar, Elad, Ermon, Song 2022, eq. 7-8, with eta_b = 1): every singular
// direction of A on its own. In one with the singular value c > 0, y / c has the deviation sigmaY / c, and the
// component of x_{t-1} becomes, in units of a' = sqrt(alphaBar'),
//     y / c + noise up to the level s' / a'                                  where s' / a' >= sigmaY / c,
//     x0 + sqrt(1 - eta^2) (s' / a') (y / c - x0) / (sigmaY / c) + eta (s' / a') z     elsewhere;
// the null-space component is the step rule's, which is the paper's for `renoise` with the share eta^2.
// Deviation: where the singular values are not known and y is noisy, the switch of each direction becomes the smooth
// weight of proximalEstimate. Without noise only A^+ is needed.
#include "core/sampling/catalogue.h"
#include "core/sampling/data_consistency.h"

#include <ATen/ATen.h>

#include <cmath>

namespace palimpsest {
namespace {

class Ddrm : public MeasurementGuidance {
public:
    Ddrm(Measurement measurement, double eta) : MeasurementGuidance({}, std::move(measurement)), eta_(eta) {}

    Prediction correctEstimate(const StepContext& context, Prediction estimate) const override {
        return allowsReplacement(measurement()) ? estimate : proximalEstimate(measurement(), context, estimate);
    }

    at::Tensor correctNext(const StepContext& context, at::Tensor next) const override {
        if (measurement().noise.isNoiseless()) {
            return withHardMeasurement(measurement(), context, next);
        }
        return allowsReplacement(measurement()) ? withEachDirection(context, next) : next;
    }

private:
    at::Tensor withEachDirection(const StepContext& context, const at::Tensor& next) const {
        const LinearOperator& A = measurement().linear();
        const double a = std::sqrt(context.step.alphaBarNext);
        const double level = context.step.sigmaNext();
        const double kept = std::sqrt(1 - eta_ * eta_) * level / measurement().noise.sigmaY;
        const at::Tensor estimated = A.forward(context.prediction.x0);
        const at::Tensor z = A.forward(context.noise.draw("measured part", context.domain));
        const auto missing = [&](const at::Tensor& squared) {
            return missingVariance(measurement(), context.step, squared);
        };
        const auto ofMiss = [&](const at::Tensor& squared) {
            return at::where(missing(squared) >= 0, a, kept * squared.clamp_min(0).sqrt());
        };
        const auto ofNoise = [&](const at::Tensor& squared) {
            return at::where(missing(squared) >= 0, missing(squared).clamp_min(0).sqrt(), eta_ * level);
        };
        const at::Tensor miss = measurement().yFor(next) - estimated;
        const at::Tensor measured = a * estimated + A.filterMeasurement(miss, ofMiss) + A.filterMeasurement(z, ofNoise);
        return withMeasurement(A, next, measured);
    }

    double eta_;
};

ParameterSchemas schemas() {
    return {{.name = "eta",
             .type = ParameterType::real,
             .defaultValue = 0.85,
             .minimum = 0,
             .maximum = 1,
             .description = "Share of fresh noise where the measurement is noisier than the picture is by now.",
             .advanced = true}};
}

GuidancePlan plan(const ParameterValues&) { return {}; }

std::unique_ptr<Guidance> make(const ParameterValues& values, Measurement measurement) {
    return std::make_unique<Ddrm>(std::move(measurement), std::get<double>(values.at("eta")));
}

} // namespace

extern const GuidanceEntry kDdrm;
const GuidanceEntry kDdrm{
    "ddrm",
    "Treats each measured direction by its noise against that of the step; fast, good with 20 steps, "
    "best with the step rule renoise.",
    "1 per step",
    schemas,
    plan,
    make};

} // namespace palimpsest
