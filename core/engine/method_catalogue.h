// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/catalogue.h"
#include "core/base/parameter.h"
#include "core/engine/method_settings.h"
#include "core/engine/region_plan.h"
#include "core/tasks/restore_spec.h"

#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

/// What a method is asked to do.
struct Situation {
    std::string_view task = "inpaint";
    Region region;    ///< inpaint: the holes at hand
    double sigma = 0; ///< noise of the picture, [0,1] units
    int sample = 0;   ///< variants count from 0
};

/// A row of the method menu: a paper's method, or a baseline, as a combination of what the lower modules offer.
struct MethodEntry {
    std::string_view id;
    std::string_view title;
    std::string_view description;
    std::string_view tasks; ///< ids, separated by spaces; "*": all
    MethodSettings (*settingsOf)(const Situation& situation); ///< null: the classical method of that id

    MethodSettings settings(const Situation& situation) const;

    bool serves(std::string_view task) const;
    /// A preset with the settings of a paper, "mcg-2022".
    bool isPublished() const { return id.find("-20") != std::string_view::npos; }
};

const Catalogue<MethodEntry>& methodCatalogue();

/// Schemas of what `parameters` of a spec may hold for this method: "guidance.scale", "step-rule.eta" ...
ParameterSchemas parametersOf(const MethodEntry& method);

/// The row's defaults with the fields of the spec that are not "auto" put in. Throws Error(badArgument).
MethodSettings settingsFor(const RestoreSpec& spec, const Situation& situation);

/// The row that the spec names, if it serves the spec's task. Throws Error(badArgument).
const MethodEntry& methodOf(const RestoreSpec& spec);

} // namespace palimpsest
