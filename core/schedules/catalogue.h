// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/catalogue.h"
#include "core/base/parameter.h"
#include "core/schedules/noise_schedule.h"

#include <string_view>

namespace palimpsest {

/// One family of noise schedules: what card.json calls it, its parameters, and how to compute it.
struct ScheduleEntry {
    std::string_view id;
    std::string_view description;
    ParameterSchemas (*schemas)();
    NoiseSchedule (*make)(const ParameterValues& complete);
};

const Catalogue<ScheduleEntry>& scheduleCatalogue();

/// Throws Error(badArgument) for an unknown schedule or a value out of range.
NoiseSchedule makeSchedule(std::string_view id, const ParameterValues& values = {});

} // namespace palimpsest
