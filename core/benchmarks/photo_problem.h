// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmarks/quality_trial.h"

#include <string>
#include <vector>

namespace palimpsest {

/// A kind of damage to whole pictures that the benchmark and the search make.
struct PhotoProblem {
    std::string id;
    RestoreSpec damage;                 ///< the task and its parameters
    std::vector<std::string> baselines; ///< classical methods that serve it
};

/// colorize, upscale x4, Gaussian and motion deblurring without and with noise of 0.05, denoise of 0.1,
/// JPEG of quality 10 and 30, highlights cut off.
const std::vector<PhotoProblem>& photoProblems();

/// Every picture of the folder under every problem that is named (empty: all).
std::vector<DamagedPicture> damagedPhotos(const std::string& folder, int limit, const std::vector<std::string>& kinds);

} // namespace palimpsest
