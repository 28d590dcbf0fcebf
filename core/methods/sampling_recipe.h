// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/method_settings.h"
#include "core/sampling/guidance_plan.h"
#include "core/sampling/step_rule.h"
#include "core/schedules/timestep_spacing.h"

#include <memory>

namespace palimpsest {

/// What the settings of a method name, as far as it can be made before there is a measurement.
struct SamplingRecipe {
    std::unique_ptr<StepRule> rule;
    GuidancePlan guidance;
    TimestepSpacing spacing;
};

/// Throws Error(badArgument).
SamplingRecipe samplingRecipe(const MethodSettings& settings);

/// Network evaluations of one sample and tile on a level; 0 if the prior has no part in it.
int evaluationsOf(const MethodSettings& settings, const LevelRecipe& level);

/// Whether the network is evaluated with its graph, which takes more than twice the time and several times the memory.
bool needsGraph(const MethodSettings& settings);

} // namespace palimpsest
