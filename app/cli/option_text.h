// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <string>
#include <string_view>

namespace palimpsest {

/// What --help and the manual say of an argument, from its schema.
/// "INPUT", "-o, --output FILE", "--steps N".
std::string headOf(const CommandOption& option, bool positional);
/// The sentence, followed by range, unit and default in brackets where they say something.
std::string bodyOf(const CommandOption& option);
std::string bodyOf(const ParameterSchema& schema);
/// "palimpsest inpaint INPUT --mask FILE -o FILE [OPTIONS]".
std::string usageOf(std::string_view id, const CommandSyntax& syntax);
inline std::string usageOf(const Command& command) { return usageOf(command.id, command.syntax()); }

} // namespace palimpsest
