// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

#include <string>

namespace palimpsest {

/// What the list of methods and the manual say of one.
/// "all", or "upscale, deblur".
std::string tasksInWords(const MethodDescription& method);
/// "50", "1 to 50" where it depends on the task, "none".
std::string evaluationsInWords(const MethodDescription& method);
/// "Evaluations: 50; no gradients of the network", "Evaluations: colorize 50, upscale 20; ...", "Evaluations: none of
/// the prior".
std::string costInWords(const MethodDescription& method);

/// Those of the first task that it serves, for lists.
const ParameterSchemas& parametersOf(const MethodDescription& method);

} // namespace palimpsest
