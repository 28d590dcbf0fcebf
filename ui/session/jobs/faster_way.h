// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

#include <optional>

namespace palimpsest::ui {

/// A run that takes longer is worth another thought.
inline constexpr double kLongRunSeconds = 300;

/// Another way to do the same task, in at most half the time.
struct FasterWay {
    RestoreSpec spec;
    RunEstimate estimate;
    bool isOtherPrior = false; ///< false: another method with the same prior
};

/// For a run that takes long: the default method if that is so much faster, else the cheapest, else the prior that
/// comes with the program. Nothing if the time is not known, or no way is so much faster.
std::optional<FasterWay> fasterWay(const Engine& engine, const RestoreSpec& spec, const RestoreInput& input,
                                   const RunEstimate& estimate);

} // namespace palimpsest::ui
