// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace palimpsest {

// One file per command; put together in command_table.cpp.

/// One for each task of the catalogue.
std::vector<Command> taskCommands();
Command benchCommand();
Command inspectCommand();
Command manualCommand();
Command methodsCommand();
Command modelsCommand();
Command replayCommand();
Command restoreCommand();
Command trainCommand();

} // namespace palimpsest
