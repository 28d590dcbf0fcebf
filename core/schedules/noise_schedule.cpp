// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schedules/noise_schedule.h"

#include "core/base/error.h"

#include <cmath>
#include <string>

namespace palimpsest {

NoiseSchedule::NoiseSchedule(std::vector<double> alphaBar) : alphaBar_(std::move(alphaBar)) {
    double previous = 1;
    for (const double value : alphaBar_) {
        if (!(value > 0 && value < previous)) {
            throw Error(ErrorCode::badInput, "the noise schedule does not fall from 1 towards 0 at every time",
                        "alphaBar must be strictly decreasing inside (0,1)");
        }
        previous = value;
    }
    if (alphaBar_.empty()) {
        throw Error(ErrorCode::badInput, "the noise schedule has no times");
    }
}

NoiseSchedule NoiseSchedule::fromBetas(const std::vector<double>& betas) {
    std::vector<double> alphaBar;
    alphaBar.reserve(betas.size());
    double product = 1;
    for (const double beta : betas) {
        alphaBar.push_back(product *= 1 - beta);
    }
    return NoiseSchedule(std::move(alphaBar));
}

double NoiseSchedule::alphaBar(int time) const {
    if (time < -1 || time >= size()) {
        throw Bug("time " + std::to_string(time) + " is outside of a schedule of " + std::to_string(size()));
    }
    return time < 0 ? 1.0 : alphaBar_[static_cast<std::size_t>(time)];
}

NoiseSchedule NoiseSchedule::withNoise(double factor) const {
    if (factor == 1) {
        return *this;
    }
    std::vector<double> alphaBar;
    for (const double value : alphaBar_) {
        alphaBar.push_back(value / (value + factor * factor * (1 - value)));
    }
    return NoiseSchedule(std::move(alphaBar));
}

double NoiseSchedule::sigma(int time) const { return std::sqrt(1 - alphaBar(time)); }

} // namespace palimpsest
