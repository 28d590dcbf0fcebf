// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schedules/step.h"
#include "core/schedules/time_travel.h"

#include <algorithm>

namespace palimpsest {

/// What a guidance will ask of a run, known before there is a measurement. The default is that of plain generation.
struct GuidancePlan {
    bool needsGraph =
        false; ///< differentiates the denoiser: about twice the time and several times the memory of a step
    TimeTravel timeTravel = {}; ///< how the steps of the run are to be repeated: plannedSteps() does
    int evaluationsPerStep = 1; ///< of the denoiser, the one that all share included; fewer near the end

    int evaluationsIn(const Step& step) const { return std::min(evaluationsPerStep, step.count - step.index); }
    bool operator==(const GuidancePlan&) const = default;
};

} // namespace palimpsest
