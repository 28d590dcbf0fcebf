// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_table.h"

#include "app/cli/commands.h"

#include <vector>

namespace palimpsest {

const Catalogue<Command>& commandTable() {
    static const std::vector<Command> commands = [] {
        std::vector<Command> all = taskCommands();
        for (const auto make : {restoreCommand, replayCommand, trainCommand, modelsCommand, methodsCommand,
                                inspectCommand, benchCommand, manualCommand}) {
            all.push_back(make());
        }
        return all;
    }();
    static const Catalogue<Command> catalogue("command", commands);
    return catalogue;
}

} // namespace palimpsest
