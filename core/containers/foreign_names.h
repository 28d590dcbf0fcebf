// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace palimpsest {

/// Whether a Python name that is not of the allow-list may stand in a file of weights, where it is passed over:
/// the classes of a trainer's configuration, paths, random states, schedules. Nothing is ever made of them or run, so
/// this only decides which files are refused by name: those that name functions which act (os.system, builtins.eval
/// ...), or tensors and networks of kinds that could not be passed over without losing weights.
bool isPassedOver(std::string_view module, std::string_view name);

} // namespace palimpsest
