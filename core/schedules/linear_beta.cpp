// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schedules/catalogue.h"

namespace palimpsest {
namespace {

/// beta rises linearly over the times (Ho, Jain, Abbeel 2020, section 4: 1e-4 to 0.02 over 1000).
ParameterSchemas schemas() {
    return {{.name = "times",
             .type = ParameterType::integer,
             .defaultValue = std::int64_t{1000},
             .minimum = 2,
             .maximum = 100000,
             .description = "Number of times the prior was trained with.",
             .advanced = true},
            {.name = "beta-start",
             .type = ParameterType::real,
             .defaultValue = 1e-4,
             .minimum = 1e-8,
             .maximum = 0.999,
             .description = "Variance of the first forward step.",
             .advanced = true},
            {.name = "beta-end",
             .type = ParameterType::real,
             .defaultValue = 0.02,
             .minimum = 1e-8,
             .maximum = 0.999,
             .description = "Variance of the last forward step.",
             .advanced = true}};
}

NoiseSchedule make(const ParameterValues& values) {
    const auto times = std::get<std::int64_t>(values.at("times"));
    const double start = std::get<double>(values.at("beta-start"));
    const double end = std::get<double>(values.at("beta-end"));
    std::vector<double> betas;
    for (std::int64_t t = 0; t < times; ++t) {
        betas.push_back(start + (end - start) * static_cast<double>(t) / static_cast<double>(times - 1));
    }
    return NoiseSchedule::fromBetas(betas);
}

} // namespace

extern const ScheduleEntry kLinearBeta;
const ScheduleEntry kLinearBeta{"linear", "Noise variances that rise linearly: the schedule of DDPM and ADM.", schemas,
                                make};

} // namespace palimpsest
