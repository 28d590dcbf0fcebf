// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Denoising diffusion null-space model (Wang, Yu, Zhang 2023, algorithm 1): before the step, the estimate's measured
// part is replaced,
//     x0 <- x0 - A^+ (A x0 - y).
// With a noisy y the estimate moves only as far as y deserves (there section 3.3, DDNM+):
//     x0 <- argmin |A x - y|^2 / sigmaY^2 + |x - x0|^2 / r^2,   r^2 = 1 - alphaBar,
// the posterior mean for a white prior of unit variance; for singular values 0 and 1 that is DDNM+'s lambda A^+ (A x0 - y)
// with lambda = r^2 / (r^2 + sigmaY^2). Deviation: DDNM+ takes the largest lambda whose share of y's noise fits into the
// noise of the step, which it reduces by that share. That leaves nothing to correct in deterministic steps; the rule
// here does not touch the step's noise, holds for every step rule and turns into the noiseless one for sigmaY -> 0.
#include "core/sampling/catalogue.h"
#include "core/sampling/measured_part.h"

#include <ATen/ATen.h>

namespace palimpsest {
namespace {

class Ddnm : public Guidance {
public:
    Prediction correctEstimate(const StepContext& context, Prediction estimate) const override {
        return withX0(estimate, corrected(context, estimate.x0), context.xt.detach(), context.step);
    }

private:
    static at::Tensor corrected(const StepContext& context, const at::Tensor& x0) {
        if (context.noiseModel.isNoiseless()) {
            return withMeasurement(context.A, x0, context.y);
        }
        const double sigmaY = context.noiseModel.sigmaY;
        return context.A.proxL2(x0, context.y, sigmaY * sigmaY / (1 - context.step.alphaBar));
    }
};

ParameterSchemas schemas() { return {}; }

std::unique_ptr<Guidance> make(const ParameterValues&) { return std::make_unique<Ddnm>(); }

} // namespace

extern const GuidanceEntry kDdnm;
const GuidanceEntry kDdnm{"ddnm", "Puts the measurement into every estimate before the step; fast, good with few steps.", schemas, make};

} // namespace palimpsest
