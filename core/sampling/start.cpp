// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two starts: pure noise at the first time, and CCDF (Chung, Sim, Ye 2022, algorithm 1): one forward jump from a first
// estimate, x_t = sqrt(alphaBar) x0 + sqrt(1 - alphaBar) z, to t0 of the schedule.
#include "core/sampling/start.h"

#include "core/base/error.h"
#include "core/sampling/catalogue.h"

#include <ATen/ATen.h>

#include <cmath>

namespace palimpsest {
namespace {

class NoiseStart : public Start {
public:
    at::Tensor draw(const Step&, const Shape& shape, NoiseSource& noise) const override {
        return noise.draw("start", shape);
    }
};

class EstimateStart : public Start {
public:
    EstimateStart(at::Tensor estimate, double t0) : estimate_(std::move(estimate)), t0_(t0) {}

    at::Tensor draw(const Step& first, const Shape& shape, NoiseSource& noise) const override {
        requireBatchOf(estimate_, shape, "the first estimate");
        const at::Tensor x0 = estimate_.to(noise.options());
        return std::sqrt(first.alphaBar) * x0 + first.sigma() * noise.draw("start", shape);
    }

    double t0() const override { return t0_; }

private:
    at::Tensor estimate_;
    double t0_;
};

ParameterSchemas noSchemas() { return {}; }

std::unique_ptr<Start> makeNoiseStart(const ParameterValues&, const at::Tensor&) {
    return std::make_unique<NoiseStart>();
}

ParameterSchemas estimateSchemas() {
    return {{.name = "t0",
             .type = ParameterType::real,
             .defaultValue = 0.3,
             .minimum = 0.001,
             .maximum = 1,
             .unit = "of the schedule",
             .description =
                 "How far back to go: small stays close to the first estimate and is fast, 1 is a start from noise."}};
}

std::unique_ptr<Start> makeEstimateStart(const ParameterValues& values, const at::Tensor& estimate) {
    if (!estimate.defined()) {
        throw Error(ErrorCode::badArgument, "the start \"estimate\" has no first estimate",
                    "give one, or start from noise");
    }
    return std::make_unique<EstimateStart>(estimate, std::get<double>(values.at("t0")));
}

} // namespace

extern const StartEntry kEstimateStart;
extern const StartEntry kNoiseStart;
const StartEntry kEstimateStart{"estimate", "From a first estimate, noised back to t0 of the schedule (CCDF).",
                                estimateSchemas, makeEstimateStart};
const StartEntry kNoiseStart{"noise", "From pure noise, through the whole schedule.", noSchemas, makeNoiseStart};

} // namespace palimpsest
