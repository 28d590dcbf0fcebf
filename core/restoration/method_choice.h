// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"
#include "core/methods/method_rows.h"
#include "core/specs/restore_spec.h"

namespace palimpsest {

/// The row that the spec names, if it serves the spec's task. Throws Error(badArgument).
const MethodEntry& methodOf(const RestoreSpec& spec);

/// The method's own settings in a task, before a spec overrides them.
MethodSettings methodSettings(const MethodEntry& method, std::string_view task, const MethodRequest& request = {});

/// Schemas of what `parameters` of a spec may hold for this method: "guidance.scale", "step-rule.eta" ... The default
/// is another method for another noise (sigma, [0,1] units).
ParameterSchemas parametersOf(const MethodEntry& method, std::string_view task, double sigma = kTypicalNoise);

/// The row's settings with what the spec sets put in. Throws Error(badArgument).
MethodSettings settingsFor(const RestoreSpec& spec, const MethodRequest& request);

/// The feed-forward network that improves classical fills: a prior's id, and a first estimate.
inline constexpr const char* kFillPrior = "photo-fill";

} // namespace palimpsest
