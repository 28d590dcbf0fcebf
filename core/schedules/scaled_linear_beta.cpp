// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schedules/catalogue.h"

#include <cmath>

namespace palimpsest {
namespace {

/// sqrt(beta) rises linearly over the times (Rombach et al. 2022, latent diffusion: 8.5e-4 to 0.012 over 1000).
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
             .defaultValue = 8.5e-4,
             .minimum = 1e-8,
             .maximum = 0.999,
             .description = "Variance of the first forward step.",
             .advanced = true},
            {.name = "beta-end",
             .type = ParameterType::real,
             .defaultValue = 0.012,
             .minimum = 1e-8,
             .maximum = 0.999,
             .description = "Variance of the last forward step.",
             .advanced = true}};
}

NoiseSchedule make(const ParameterValues& values) {
    const auto times = std::get<std::int64_t>(values.at("times"));
    const double start = std::sqrt(std::get<double>(values.at("beta-start")));
    const double end = std::sqrt(std::get<double>(values.at("beta-end")));
    std::vector<double> betas;
    for (std::int64_t t = 0; t < times; ++t) {
        const double root = start + (end - start) * static_cast<double>(t) / static_cast<double>(times - 1);
        betas.push_back(root * root);
    }
    return NoiseSchedule::fromBetas(betas);
}

} // namespace

extern const ScheduleEntry kScaledLinearBeta;
const ScheduleEntry kScaledLinearBeta{
    "scaled-linear", "Noise deviations that rise linearly: the schedule of latent diffusion.", schemas, make};

} // namespace palimpsest
