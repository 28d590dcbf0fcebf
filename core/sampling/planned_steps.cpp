// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/planned_steps.h"

namespace palimpsest {

std::vector<Step> plannedSteps(const NoiseSchedule& schedule, TimestepSpacing spacing, int count, const Start& start,
                               const GuidancePlan& guidance) {
    return withTimeTravel(spacedSteps(schedule, spacing, count, start.t0()), guidance.timeTravel);
}

int plannedEvaluations(const std::vector<Step>& steps, const StepRule& stepRule, const GuidancePlan& guidance) {
    int evaluations = 0;
    for (const Step& step : steps) {
        evaluations += guidance.evaluationsIn(step) + stepRule.extraEvaluations(step);
    }
    return evaluations;
}

int plannedEvaluations(int count, const StepRule& stepRule, const GuidancePlan& guidance) {
    const std::vector<Step> steps(static_cast<std::size_t>(count));
    return plannedEvaluations(withTimeTravel(steps, guidance.timeTravel), stepRule, guidance);
}

} // namespace palimpsest
