// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"
#include "core/priors/prior_traits.h"
#include "core/restorers/restorer_choice.h"

#include <cstdint>
#include <optional>

namespace palimpsest {

/// The holes of a region, as methods see them.
struct HoleStatistics {
    double radius = 0;        ///< px: the largest distance of a hole's pixel to the hole's border
    std::int64_t covered = 0; ///< pixels of the holes
};

/// What a method is asked to do.
struct MethodRequest {
    HoleStatistics holes = {};                   ///< of tasks that restore holes
    double sigma = 0;                            ///< noise of the picture, [0,1] units
    int sample = 0;                              ///< variants count from 0
    PriorTraits prior = {};                      ///< of the prior that will be used
    std::optional<RestorerTraits> restorer = {}; ///< that the run may start from
    ParameterValues taskParameters = {};         ///< of the task; what is not there is its default
};

/// [0,1] units: of a photograph that nobody calls noisy.
inline constexpr double kTypicalNoise = 0.004;

} // namespace palimpsest
