// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"

#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

/// A method as its paper and its authors' code have it, to compare ours with: catalogue ids and their parameters, for a
/// prior trained with 1000 noise levels. Remaining deviations: published_presets.cpp.
struct PublishedPreset {
    std::string id; ///< method and year: "mcg-2022"
    std::string description;
    std::string guidance;
    ParameterValues guidanceParameters = {};
    std::string stepRule = "ddpm";
    ParameterValues stepRuleParameters = {};
    std::string spacing = "trailing";
    int steps = 1000;            ///< before time travel
    std::string start = "noise"; ///< or "estimate", from t0
    double t0 = 1;
};

/// All of them, in the order of the years, with the papers' settings for this operator where they differ by task.
std::vector<PublishedPreset> publishedPresets(std::string_view operatorId);

/// Throws Error(badArgument) that lists the ids.
PublishedPreset publishedPreset(std::string_view id, std::string_view operatorId);

} // namespace palimpsest
