// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Replacement of the measured part after every step (Song et al. 2021; the CCDF form, Chung, Sim, Ye 2022, eq. 12),
//     x_{t-1} <- (I - A^+ A) x_{t-1} + A^+ y_{t-1},   y_{t-1} = y brought to the noise level of t-1,
// and the same with resampling (RePaint, Lugmayr et al. 2022, algorithm 1): every stretch of steps is walked several
// times, with fresh noise, so that the hole comes to agree with what was put back around it.
// Deviations from the released codes: the level is t-1, the one that x_{t-1} has, not t; so the last step leaves the
// measurement itself, without noise; and noise that y has already is not added again (withNoisedMeasurement). Where y
// is noisy and A^+ y would amplify its noise unevenly, the estimate is fitted to y instead (proximalEstimate).
#include "core/sampling/catalogue.h"
#include "core/sampling/data_consistency.h"
#include "core/sampling/noise_aware_parameter.h"
#include "core/sampling/time_travel_parameters.h"

#include <ATen/ATen.h>

namespace palimpsest {
namespace {

class Projection : public Guidance {
public:
    Projection(TimeTravel travel, bool noiseAware) : travel_(travel), noiseAware_(noiseAware) {}
    TimeTravel timeTravel() const override { return travel_; }
    Prediction correctEstimate(const StepContext& context, Prediction estimate) const override {
        return noiseAware_ && !canReplaceMeasuredPart(context) ? proximalEstimate(context, estimate) : estimate;
    }
    at::Tensor correctNext(const StepContext& context, at::Tensor next) const override {
        if (!noiseAware_) {
            return withHardMeasurement(context, next);
        }
        return canReplaceMeasuredPart(context) ? withNoisedMeasurement(context, next) : next;
    }

private:
    TimeTravel travel_;
    bool noiseAware_;
};

ParameterSchemas projectionSchemas() { return {noiseAwareSchema()}; }

std::unique_ptr<Guidance> makeProjection(const ParameterValues& values) {
    return std::make_unique<Projection>(TimeTravel{}, noiseAwareFrom(values));
}

ParameterSchemas repaintSchemas() {
    ParameterSchemas schemas = timeTravelSchemas({.length = 5, .repeats = 3});
    schemas.push_back(noiseAwareSchema());
    return schemas;
}

std::unique_ptr<Guidance> makeRepaint(const ParameterValues& values) {
    return std::make_unique<Projection>(timeTravelFrom(values), noiseAwareFrom(values));
}

} // namespace

extern const GuidanceEntry kProjection;
extern const GuidanceEntry kRepaint;
const GuidanceEntry kProjection{"projection", "Puts the measurement back after every step; fast, may leave seams.", false, "1 per step",
                                projectionSchemas, makeProjection};
const GuidanceEntry kRepaint{"repaint",
                             "Puts the measurement back after every step and walks each stretch of steps several times, which "
                             "heals seams; for holes, costs as many evaluations more.",
                             false, "1 per step and repeat", repaintSchemas, makeRepaint};

} // namespace palimpsest
