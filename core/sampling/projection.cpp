// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Hard data consistency after every step (Song et al. 2021; the CCDF form, Chung, Sim, Ye 2022, eq. 12),
//     x_{t-1} <- (I - A^+ A) x_{t-1} + A^+ y_{t-1},   y_{t-1} = y brought to the noise level of t-1,
// and the same with resampling (RePaint, Lugmayr et al. 2022, algorithm 1): every stretch of steps is repeated several
// times, with fresh noise, so that the hole comes to agree with its surroundings.
// Deviations from the released codes: the level is t-1, the one that x_{t-1} has, not t; so the last step leaves the
// measurement itself, without noise; and noise that y has already is not added again (withNoisedMeasurement). Where y
// is noisy and A^+ y would amplify its noise unevenly, the estimate takes a proximal step instead (proximalEstimate).
#include "core/sampling/catalogue.h"
#include "core/sampling/data_consistency.h"
#include "core/sampling/noise_aware_parameter.h"
#include "core/sampling/time_travel_parameters.h"

#include <ATen/ATen.h>

namespace palimpsest {
namespace {

class Projection : public MeasurementGuidance {
public:
    Projection(GuidancePlan plan, Measurement measurement, bool noiseAware)
        : MeasurementGuidance(plan, std::move(measurement)), noiseAware_(noiseAware) {}

    Prediction correctEstimate(const StepContext& context, Prediction estimate) const override {
        return noiseAware_ && !allowsReplacement(measurement()) ? proximalEstimate(measurement(), context, estimate)
                                                                : estimate;
    }

    at::Tensor correctNext(const StepContext& context, at::Tensor next) const override {
        if (!noiseAware_) {
            return withHardMeasurement(measurement(), context, next);
        }
        return allowsReplacement(measurement()) ? withNoisedMeasurement(measurement(), context, next) : next;
    }

private:
    bool noiseAware_;
};

ParameterSchemas projectionSchemas() { return {noiseAwareSchema()}; }

GuidancePlan projectionPlan(const ParameterValues&) { return {}; }

std::unique_ptr<Guidance> makeProjection(const ParameterValues& values, Measurement measurement) {
    return std::make_unique<Projection>(projectionPlan(values), std::move(measurement), noiseAwareFrom(values));
}

ParameterSchemas repaintSchemas() {
    ParameterSchemas schemas = timeTravelSchemas({.length = 5, .repeats = 3});
    schemas.push_back(noiseAwareSchema());
    return schemas;
}

GuidancePlan repaintPlan(const ParameterValues& values) { return {.timeTravel = timeTravelFrom(values)}; }

std::unique_ptr<Guidance> makeRepaint(const ParameterValues& values, Measurement measurement) {
    return std::make_unique<Projection>(repaintPlan(values), std::move(measurement), noiseAwareFrom(values));
}

} // namespace

extern const GuidanceEntry kProjection;
extern const GuidanceEntry kRepaint;
const GuidanceEntry kProjection{"projection",   "Puts the measurement back after every step; fast, may leave seams.",
                                "1 per step",   projectionSchemas,
                                projectionPlan, makeProjection};
const GuidanceEntry kRepaint{
    "repaint",
    "Puts the measurement back after every step and walks each stretch of steps several times, which "
    "heals seams; for holes, costs as many evaluations more.",
    "1 per step and repeat",
    repaintSchemas,
    repaintPlan,
    makeRepaint};

} // namespace palimpsest
