// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schedules/catalogue.h"

#include <cmath>

namespace palimpsest {
namespace {

/// x_t = x0 + sigma z, sigma rising geometrically over the times (Song et al. 2021, eq. 30). Divided by
/// sqrt(1 + sigma^2) this is a variance-preserving x_t with alphaBar = 1 / (1 + sigma^2), so that nothing else has to
/// know of a second kind of diffusion.
ParameterSchemas schemas() {
    return {{.name = "times",
             .type = ParameterType::integer,
             .defaultValue = std::int64_t{1000},
             .minimum = 2,
             .maximum = 100000,
             .description = "Number of times the prior was trained with.",
             .advanced = true},
            {.name = "sigma-min",
             .type = ParameterType::real,
             .defaultValue = 0.01,
             .minimum = 1e-5,
             .maximum = 1,
             .description = "Standard deviation of the least noise.",
             .advanced = true},
            {.name = "sigma-max",
             .type = ParameterType::real,
             .defaultValue = 378.0,
             .minimum = 1,
             .maximum = 1e4,
             .description = "Standard deviation of the most noise.",
             .advanced = true}};
}

NoiseSchedule make(const ParameterValues& values) {
    const auto times = std::get<std::int64_t>(values.at("times"));
    const double least = std::get<double>(values.at("sigma-min"));
    const double most = std::get<double>(values.at("sigma-max"));
    std::vector<double> alphaBar;
    for (std::int64_t t = 0; t < times; ++t) {
        const double sigma = least * std::pow(most / least, static_cast<double>(t) / static_cast<double>(times - 1));
        alphaBar.push_back(1 / (1 + sigma * sigma));
    }
    return NoiseSchedule(std::move(alphaBar));
}

} // namespace

extern const ScheduleEntry kVarianceExploding;
const ScheduleEntry kVarianceExploding{
    "ve", "Noise that is added to an unchanged picture: the schedule of score-SDE and score-MRI.", schemas, make};

} // namespace palimpsest
