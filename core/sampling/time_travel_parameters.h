// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"
#include "core/schedules/time_travel.h"

namespace palimpsest {

/// "travel-length" and "travel-repeats", the same for all guidances that travel in time.
ParameterSchemas timeTravelSchemas(TimeTravel defaults);
/// Of complete values.
TimeTravel timeTravelFrom(const ParameterValues& values);

} // namespace palimpsest
