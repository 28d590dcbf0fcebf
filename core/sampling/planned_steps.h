// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sampling/guidance_plan.h"
#include "core/sampling/start.h"
#include "core/sampling/step_rule.h"
#include "core/schedules/timestep_spacing.h"

#include <vector>

namespace palimpsest {

/// The steps of a run: `count` of them from where the start begins, repeated as the guidance travels in time.
std::vector<Step> plannedSteps(const NoiseSchedule& schedule, TimestepSpacing spacing, int count, const Start& start,
                               const GuidancePlan& guidance = {});

/// How often a run over these steps calls the denoiser.
int plannedEvaluations(const std::vector<Step>& steps, const StepRule& stepRule, const GuidancePlan& guidance = {});

/// The same for a run of `count` steps before time travel, wherever in the schedule it may start.
int plannedEvaluations(int count, const StepRule& stepRule, const GuidancePlan& guidance = {});

} // namespace palimpsest
