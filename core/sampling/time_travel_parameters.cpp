// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/time_travel_parameters.h"

namespace palimpsest {

ParameterSchemas timeTravelSchemas(TimeTravel defaults) {
    return {{.name = "travel-length",
             .type = ParameterType::integer,
             .defaultValue = std::int64_t{defaults.length},
             .minimum = 1,
             .maximum = 1000,
             .unit = "steps",
             .description = "Steps that are walked again after noising back to where they began.",
             .advanced = true},
            {.name = "travel-repeats",
             .type = ParameterType::integer,
             .defaultValue = std::int64_t{defaults.repeats},
             .minimum = 1,
             .maximum = 100,
             .description = "How often each such stretch is walked: 1 is once, without going back.",
             .advanced = true}};
}

TimeTravel timeTravelFrom(const ParameterValues& values) {
    return {.length = static_cast<int>(std::get<std::int64_t>(values.at("travel-length"))),
            .repeats = static_cast<int>(std::get<std::int64_t>(values.at("travel-repeats")))};
}

} // namespace palimpsest
