// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <string>
#include <vector>

namespace palimpsest {

/// Options that several commands share.
CommandOption jsonOption();
CommandOption previewOption();
CommandOption pathOption(std::string name, std::string shortName, std::string valueName, std::string description,
                         bool required);

/// Options for all schemas but those named in `without`.
std::vector<CommandOption> optionsFrom(const ParameterSchemas& schemas, const std::vector<std::string>& without);

} // namespace palimpsest
