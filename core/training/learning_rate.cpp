// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/learning_rate.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace palimpsest {

double LearningRate::at(std::int64_t step) const {
    const double rise = warmupSteps > 0 ? std::min(1.0, static_cast<double>(step + 1) / warmupSteps) : 1.0;
    if (cooldownStart < 0 || step < cooldownStart) {
        return peak * rise;
    }
    const double progress =
        std::min(1.0, static_cast<double>(step - cooldownStart + 1) / static_cast<double>(cooldownSteps + 1));
    return peak * rise * 0.5 * (1 + std::cos(std::numbers::pi * progress));
}

} // namespace palimpsest
