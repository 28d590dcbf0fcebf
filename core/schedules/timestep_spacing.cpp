// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schedules/timestep_spacing.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>

namespace palimpsest {
namespace {

/// i-th of `count` times in rising order; the times of all but quadratic are distinct by construction.
double risingTime(TimestepSpacing spacing, int range, int count, int i) {
    const double fraction = count > 1 ? static_cast<double>(i) / (count - 1) : 1.0;
    switch (spacing) {
    case TimestepSpacing::leading:
        return std::floor(static_cast<double>(i) * range / count);
    case TimestepSpacing::trailing:
        return std::round(static_cast<double>(i + 1) * range / count) - 1;
    case TimestepSpacing::linspace:
        return std::round(fraction * (range - 1));
    case TimestepSpacing::quadratic:
        return std::round(fraction * fraction * (range - 1));
    }
    throw Bug("timestep spacing without a rule");
}

} // namespace

const std::vector<std::string>& timestepSpacingNames() {
    static const std::vector<std::string> names{"leading", "trailing", "linspace", "quadratic"};
    return names;
}

TimestepSpacing timestepSpacing(const std::string& name) {
    const auto& names = timestepSpacingNames();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        throw Error(ErrorCode::badArgument, Message("there is no timestep spacing \"%1\"", name),
                    "choose one of leading, trailing, linspace, quadratic");
    }
    return static_cast<TimestepSpacing>(found - names.begin());
}

std::vector<int> spacedTimes(TimestepSpacing spacing, int range, int count) {
    if (count < 1 || count > range) {
        throw Error(ErrorCode::badArgument, Message("%1 steps do not fit into %2 times", count, range),
                    Message("use 1 to %1 steps", range));
    }
    std::vector<int> times;
    times.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const int time = static_cast<int>(risingTime(spacing, range, count, i));
        times.push_back(times.empty() ? time : std::max(time, times.back() + 1));
    }
    std::reverse(times.begin(), times.end());
    return times;
}

int timesBelow(const NoiseSchedule& schedule, double t0) {
    if (!(t0 > 0 && t0 <= 1)) {
        throw Error(ErrorCode::badArgument, Message("t0 = %1 is out of range", std::to_string(t0)),
                    "use a number above 0, at most 1");
    }
    return std::max(1, static_cast<int>(std::lround(t0 * schedule.size())));
}

std::vector<Step> spacedSteps(const NoiseSchedule& schedule, TimestepSpacing spacing, int count, double t0) {
    const int range = timesBelow(schedule, t0);
    const std::vector<int> times = spacedTimes(spacing, range, std::min(count, range));
    std::vector<Step> steps;
    steps.reserve(times.size());
    for (std::size_t i = 0; i < times.size(); ++i) {
        const int next = i + 1 < times.size() ? times[i + 1] : -1;
        steps.push_back({.index = static_cast<int>(i),
                         .count = static_cast<int>(times.size()),
                         .alphaBar = schedule.alphaBar(times[i]),
                         .alphaBarNext = schedule.alphaBar(next),
                         .modelTime = static_cast<double>(times[i])});
    }
    return steps;
}

} // namespace palimpsest
