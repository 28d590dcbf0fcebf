// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/method_settings.h"

#include <string>

namespace palimpsest {

// What methods and the defaults of tasks are put together from.

/// px: a grey picture is coloured at this size first, where the prior sees all of it.
inline constexpr int kColourSide = 96;

/// 50 steps from noise; pyramids start each finer level at t0 = 0.3 with 12.
MethodSettings fromNoise(const char* guidance);
/// A short run from a first estimate; null: the task's usual one.
MethodSettings fromEstimate(const char* guidance, const char* estimate, LevelRecipe recipe);
/// A short run from the answer of a restorer, which keeps its detail and makes it fit the measurement.
MethodSettings fromRestorer(const std::string& restorer, int sample);
/// The posterior mean of a noisy picture is one evaluation of the denoiser at its noise level.
MethodSettings posteriorMean();
/// A classical method alone, at full size.
MethodSettings classicalAlone(std::string id);
/// Pieces that carry a graph are kept small: a gradient holds every activation.
MethodSettings withGraph(MethodSettings settings);

} // namespace palimpsest
