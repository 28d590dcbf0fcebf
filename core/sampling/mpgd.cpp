// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Manifold preserving guidance (MPGD; He et al. 2024, algorithm 1, without an autoencoder): one step down the gradient
// of the data fidelity term with respect to the estimate alone,
//     x0 <- x0 + scale * length * g,   g = A^T (y - A x0),
// which costs no derivative of the network. Deviation: the paper tunes the length for each task; ours is that of
// steepest descent on |A x - y|^2 + rho |x - x0|^2 with rho = sigmaY^2 / r^2 (proximalEstimate),
//     length = |g|^2 / (|A g|^2 + rho |g|^2) of each sample,
// so that `scale` means the same for every operator and every noise; for an A that is not linear A^T is its Jacobian's,
// and A g the difference that a whole step makes. With a noisy y eps is made to agree.
#include "core/sampling/catalogue.h"
#include "core/sampling/data_consistency.h"

#include <ATen/ATen.h>

#include <limits>

namespace palimpsest {
namespace {

class Mpgd : public MeasurementGuidance {
public:
    Mpgd(Measurement measurement, double scale) : MeasurementGuidance({}, std::move(measurement)), scale_(scale) {}

    Prediction correctEstimate(const StepContext& context, Prediction estimate) const override {
        const double sigmaY = measurement().noise.sigmaY;
        const double rho = sigmaY * sigmaY / estimateVariance(context.step);
        const MeasurementOperator& A = *measurement().A;
        const at::Tensor expected = A.forward(estimate.x0);
        const at::Tensor g = A.vectorJacobian(estimate.x0, measurement().yFor(estimate.x0) - expected);
        const at::Tensor Ag = A.asLinear() ? A.forward(g) : A.forward(estimate.x0 + g) - expected;
        const at::Tensor squared = dotPerSample(g, g);
        // At a perfect fit g is zero, and any finite length will do.
        const at::Tensor curvature =
            (dotPerSample(Ag, Ag) + rho * squared).clamp_min(std::numeric_limits<float>::min());
        const at::Tensor x0 = estimate.x0 + scale_ * spreadOver(squared / curvature, g.dim()) * g;
        if (measurement().noise.isNoiseless()) {
            estimate.x0 = x0;
            return estimate;
        }
        return withX0(estimate, x0, context.xt, context.step);
    }

private:
    double scale_;
};

ParameterSchemas schemas() {
    return {{.name = "scale",
             .type = ParameterType::real,
             .defaultValue = 1.0,
             .minimum = 0,
             .maximum = 2,
             .description = "Length of the step in units of the best one along the gradient."}};
}

GuidancePlan plan(const ParameterValues&) { return {}; }

std::unique_ptr<Guidance> make(const ParameterValues& values, Measurement measurement) {
    return std::make_unique<Mpgd>(std::move(measurement), std::get<double>(values.at("scale")));
}

} // namespace

extern const GuidanceEntry kMpgd;
const GuidanceEntry kMpgd{
    "mpgd",       "One gradient step from every estimate towards the measurement; the fastest, weaker for blurs.",
    "1 per step", schemas,
    plan,         make,
    true};

} // namespace palimpsest
