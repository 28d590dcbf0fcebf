// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schedules/catalogue.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace palimpsest {
namespace {

constexpr double kOffset = 0.008;
constexpr double kLargestBeta = 0.999;

ParameterSchemas schemas() {
    return {{.name = "times",
             .type = ParameterType::integer,
             .defaultValue = std::int64_t{1000},
             .minimum = 2,
             .maximum = 100000,
             .description = "Number of times the prior was trained with.",
             .advanced = true}};
}

/// The signal that is left after the fraction u of the times, before normalisation at u = 0.
double signal(double u) {
    const double cosine = std::cos((u + kOffset) / (1 + kOffset) * std::numbers::pi / 2);
    return cosine * cosine;
}

/// alphaBar(u) = signal(u) / signal(0), with beta clipped at 0.999 (Nichol, Dhariwal 2021, eq. 17).
NoiseSchedule make(const ParameterValues& values) {
    const double times = static_cast<double>(std::get<std::int64_t>(values.at("times")));
    std::vector<double> betas;
    for (double t = 0; t < times; ++t) {
        betas.push_back(std::min(1 - signal((t + 1) / times) / signal(t / times), kLargestBeta));
    }
    return NoiseSchedule::fromBetas(betas);
}

} // namespace

extern const ScheduleEntry kCosineBeta;
const ScheduleEntry kCosineBeta{"cosine", "Keeps more signal in the middle times: the schedule of improved DDPM.",
                                schemas, make};

} // namespace palimpsest
