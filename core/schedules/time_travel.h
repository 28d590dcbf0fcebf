// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schedules/step.h"

#include <vector>

namespace palimpsest {

/// How often each stretch of a run is walked before the run goes on: after its `length` steps x is noised back to where
/// they began, until they have been walked `repeats` times.
struct TimeTravel {
    int length = 1;  ///< steps, >= 1
    int repeats = 1; ///< >= 1; 1: no travel

    bool operator==(const TimeTravel&) const = default;
};

/// The steps of a run that travels (RePaint, Lugmayr et al. 2022, algorithm 1; DDNM, Wang et al. 2023, algorithm 2). A
/// list of evaluations as before, numbered anew: where one leaves from a noisier time than the one before it reached,
/// the sampling loop diffuses forward. The stretches are laid out from the end of the run, which has one last step
/// after them, as in both released codes: 250 steps with {10, 10} become 2410.
std::vector<Step> withTimeTravel(const std::vector<Step>& steps, TimeTravel travel);

} // namespace palimpsest
