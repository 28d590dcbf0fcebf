// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/catalogue.h"
#include "core/base/parameter.h"
#include "core/methods/method_rows.h"
#include "core/specs/restore_spec.h"

namespace palimpsest {

const Catalogue<MethodEntry>& methodCatalogue();

/// Schemas of what `parameters` of a spec may hold for this method: "guidance.scale", "step-rule.eta" ... The default is another method
/// for another noise (sigma, [0,1] units).
ParameterSchemas parametersOf(const MethodEntry& method, std::string_view task, double sigma = kOrdinaryNoise);

/// The row's defaults with the fields of the spec that are not "auto" put in. Throws Error(badArgument).
MethodSettings settingsFor(const RestoreSpec& spec, const MethodRequest& request);

/// The row that the spec names, if it serves the spec's task. Throws Error(badArgument).
const MethodEntry& methodOf(const RestoreSpec& spec);

} // namespace palimpsest
