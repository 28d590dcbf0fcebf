// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/base/catalogue.h"

#include <stop_token>
#include <string>
#include <vector>

namespace palimpsest {

/// The whole program: finds the command, parses its arguments, runs it and reports. `words` are those after the
/// program's name. Returns the exit code (exit_code.h) and throws nothing.
int runProgram(const Catalogue<Command>& commands, const std::vector<std::string>& words, std::stop_token stop);

} // namespace palimpsest
