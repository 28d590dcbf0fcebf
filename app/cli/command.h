// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"

#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

class Arguments;
class Report;

/// One argument of a command. Its schema gives the name, type, default, range and sentence; parser, --help and manual
/// are made from it.
struct CommandOption {
    ParameterSchema schema;
    std::string shortName = {}; ///< one letter, of an option
    std::string valueName = {}; ///< what help calls the value; empty: from the type
    bool required = false;
    bool repeatable = false; ///< text only
};

struct CommandSyntax {
    std::vector<CommandOption> positionals;
    std::vector<CommandOption> options;
    std::string details;    ///< paragraphs after the options, separated by empty lines
    bool takesRest = false; ///< hands on everything that it does not know
};

/// What stands in the table of commands. `run` returns the exit code, and throws Error and Cancelled.
struct Command {
    std::string_view id;
    std::string_view summary;
    std::function<CommandSyntax()> syntax;
    std::function<int(const Arguments& arguments, Report& report, std::stop_token stop)> run;
};

} // namespace palimpsest
