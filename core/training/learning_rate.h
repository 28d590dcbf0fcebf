// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace palimpsest {

/// A rate that rises linearly, stays, and at the end falls to zero along half a cosine. The cool-down can begin at any
/// step: until then the weights are as good as they can be for going on.
struct LearningRate {
    double peak = 1e-3;
    int warmupSteps = 500;
    std::int64_t cooldownStart = -1; ///< first step of the cool-down; negative: none yet
    std::int64_t cooldownSteps = 0;

    double at(std::int64_t step) const;
    /// After its last step nothing is learnt any more.
    bool isOver(std::int64_t step) const { return cooldownStart >= 0 && step >= cooldownStart + cooldownSteps; }
    bool operator==(const LearningRate&) const = default;
};

} // namespace palimpsest
