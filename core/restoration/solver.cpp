// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/solver.h"

#include "core/restoration/method_choice.h"

namespace palimpsest {

RegionRecord regionRecord(const Rect& area, const MethodSettings& settings) {
    return {.area = area,
            .levels = {},
            .firstEstimate =
                settings.refineWithFill ? std::string(kFillPrior) : settings.firstEstimate.value_or("auto"),
            .guidance = settings.usesPrior() ? settings.guidance : std::string(),
            .stepRule = settings.usesPrior() ? settings.stepRule : std::string(),
            .tile = settings.tileSide};
}

} // namespace palimpsest
