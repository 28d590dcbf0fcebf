// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"

#include <string>
#include <vector>

namespace palimpsest {

/// Values of `--set NAME=VALUE`: true and false, whole numbers and decimals are taken as such, everything else as text.
/// The method's schemas check them when the job is planned. Throws Error(badArgument) for a word without "=" and for a
/// name that is set twice.
ParameterValues parametersFromFlags(const std::vector<std::string>& words);

} // namespace palimpsest
