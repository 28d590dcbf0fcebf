// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/sampling_recipe.h"

#include "core/sampling/catalogue.h"
#include "core/sampling/planned_steps.h"

#include <ATen/core/Tensor.h>

namespace palimpsest {

SamplingRecipe samplingRecipe(const MethodSettings& settings) {
    return {makeStepRule(settings.stepRule, settings.stepRuleParameters),
            guidancePlan(settings.guidance, settings.guidanceParameters), timestepSpacing(settings.spacing)};
}

int evaluationsOf(const MethodSettings& settings, const LevelRecipe& level) {
    if (!level.usesPrior()) {
        return 0;
    }
    const SamplingRecipe recipe = samplingRecipe(settings);
    return plannedEvaluations(level.steps, *recipe.rule, recipe.guidance);
}

bool needsGraph(const MethodSettings& settings) {
    return settings.usesPrior() && guidancePlan(settings.guidance, settings.guidanceParameters).needsGraph;
}

} // namespace palimpsest
