// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schedules/noise_schedule.h"
#include "core/schedules/step.h"

#include <string>
#include <vector>

namespace palimpsest {

/// How N evaluations are laid out over R times 0 .. R-1. Leading starts below R-1 and ends at 0; trailing starts at R-1
/// and ends above 0; linspace holds both ends; quadratic too, and is denser near 0.
enum class TimestepSpacing { leading, trailing, linspace, quadratic };

/// Throws Error(badArgument) that lists the four names.
TimestepSpacing timestepSpacing(const std::string& name);
const std::vector<std::string>& timestepSpacingNames();

/// `count` falling, distinct times out of 0 .. range-1. Throws Error(badArgument) unless 1 <= count <= range.
std::vector<int> spacedTimes(TimestepSpacing spacing, int range, int count);

/// How many times of the schedule a start at t0 in (0,1] uses: at least one, T for t0 = 1. Throws Error(badArgument).
int timesBelow(const NoiseSchedule& schedule, double t0);

/// The steps of a run of `count` evaluations that starts at t0 of the schedule (1: from noise; less: CCDF). A count
/// above the number of times there are is lowered to it.
std::vector<Step> spacedSteps(const NoiseSchedule& schedule, TimestepSpacing spacing, int count, double t0 = 1);

} // namespace palimpsest
