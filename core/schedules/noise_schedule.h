// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace palimpsest {

/// The discrete times 0 .. T-1 of a variance-preserving diffusion (Ho, Jain, Abbeel 2020, eq. 4),
///     x_t = sqrt(alphaBar_t) x_0 + sqrt(1 - alphaBar_t) z,   z ~ N(0, I).
/// A value in host doubles. Time -1 is the clean picture: alphaBar = 1.
class NoiseSchedule {
public:
    /// alphaBar of every time, strictly falling inside (0,1). Throws Error(badInput) otherwise.
    explicit NoiseSchedule(std::vector<double> alphaBar);
    /// From the variances beta_t of the single steps, each inside (0,1).
    static NoiseSchedule fromBetas(const std::vector<double>& betas);

    int size() const { return static_cast<int>(alphaBar_.size()); }
    /// time in -1 .. T-1. Throws Bug outside.
    double alphaBar(int time) const;
    /// Standard deviation of the noise in x_t: sqrt(1 - alphaBar), in units of the model's range [-1,1].
    double sigma(int time) const;

    /// The same times with `factor` > 0 times as much noise for the same picture. 1 changes no bit.
    NoiseSchedule withNoise(double factor) const;

    bool operator==(const NoiseSchedule&) const = default;

private:
    std::vector<double> alphaBar_;
};

} // namespace palimpsest
