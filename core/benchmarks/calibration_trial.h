// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <stop_token>
#include <string>
#include <vector>

namespace palimpsest {

/// Shares of the ground truths that a calibrated interval around the mean of the samples covers.
inline constexpr std::array<double, 3> kNominalShares{0.5, 0.8, 0.95};

/// A method with the settings that are tried, and where.
struct CalibrationTrial {
    std::string title;    ///< "ddnm, 150 steps"
    std::string guidance; ///< empty: exact draws from the posterior, what a perfect sampler would show
    int steps = 0;
    std::string problem; ///< an id of calibrationProblems()
};

/// Measured parts of tiny pictures with a Gaussian prior, whose posterior is known: id of an operator.
const std::vector<std::string>& calibrationProblems();

/// Every method that samples, on every problem.
std::vector<CalibrationTrial> calibrationTrials();

/// For each of kNominalShares the share that was held: of 24 truths drawn from the prior, each measured with noise of a
/// tenth of the range and sampled 24 times. Throws Cancelled.
std::array<double, 3> measuredCoverage(const CalibrationTrial& trial, const std::stop_token& stop);

} // namespace palimpsest
