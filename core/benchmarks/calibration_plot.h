// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmarks/calibration_trial.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace palimpsest {

using MeasuredTrial = std::pair<CalibrationTrial, std::array<double, 3>>;

/// An SVG drawing: a panel for each problem, the share that was held over the share that was claimed, a line for each
/// method. On the diagonal claims are true; below it a method is too sure of itself.
std::string calibrationPlot(const std::vector<MeasuredTrial>& trials);

} // namespace palimpsest
