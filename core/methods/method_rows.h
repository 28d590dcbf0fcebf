// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/method_settings.h"
#include "core/restoration/prior_traits.h"
#include "core/restoration/inpaint/region_plan.h"

#include <string_view>
#include <vector>

namespace palimpsest {

/// [0,1] units: of a photograph that nobody calls noisy.
inline constexpr double kOrdinaryNoise = 0.004;

/// What a method is asked to do.
struct MethodRequest {
    std::string_view task = "inpaint";
    Region region;    ///< inpaint: the holes at hand
    double sigma = 0; ///< noise of the picture, [0,1] units
    int sample = 0;   ///< variants count from 0
    PriorTraits prior = {}; ///< of the prior that will be used
};

/// A row of the method menu: a paper's method, or a baseline, as a combination of what the lower modules offer.
struct MethodEntry {
    std::string_view id;
    std::string_view title;
    std::string_view description;
    std::string_view tasks; ///< ids, separated by spaces; "*": all
    MethodSettings (*settingsOf)(const MethodRequest& request); ///< null: a published preset, or the classical method of that id

    MethodSettings settings(const MethodRequest& request) const;
    bool serves(std::string_view task) const;
    /// A preset with the settings of a paper, "mcg-2022".
    bool isPublished() const { return id.find("-20") != std::string_view::npos; }
};

/// Ours, those as published, classical fills and restorers. Their texts live as long as the program.
std::vector<MethodEntry> methodRows();

} // namespace palimpsest
