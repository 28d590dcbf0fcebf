// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace palimpsest {

/// One transition of the reverse process, from x_t to the next, less noisy time. What a denoiser, a step rule and a
/// guidance know of the schedule. Host doubles.
struct Step {
    int index = 0; ///< 0 .. count-1, in the order of evaluation
    int count = 1;
    double alphaBar = 0;     ///< of the time it leaves
    double alphaBarNext = 1; ///< of the time it reaches; 1 in the last step
    double modelTime = 0;    ///< the label the network was trained with, 0 .. T-1; respacing does not change it

    /// Standard deviations of the noise in x_t and in x_{t-1}.
    double sigma() const { return std::sqrt(1 - alphaBar); }
    double sigmaNext() const { return std::sqrt(1 - alphaBarNext); }
    /// Variance of the forward step that this one reverts.
    double beta() const { return 1 - alphaBar / alphaBarNext; }
    /// Variance of q(x_{t-1} | x_t, x_0) (Ho et al. 2020, eq. 7); 0 in the last step.
    double posteriorVariance() const { return beta() * (1 - alphaBarNext) / (1 - alphaBar); }
    bool reachesCleanPicture() const { return alphaBarNext >= 1; }

    bool operator==(const Step&) const = default;
};

} // namespace palimpsest
