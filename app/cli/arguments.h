// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <map>
#include <string>
#include <vector>

namespace palimpsest {

/// The arguments of one command, checked against its syntax.
class Arguments {
public:
    /// `words` are those after the command's name. Throws Error(badArgument).
    Arguments(const Command& command, const std::vector<std::string>& words);

    /// What was written on the command line, by name; defaults are not in it.
    const ParameterValues& given() const { return given_; }
    bool has(const std::string& name) const { return given_.contains(name); }
    /// The value given, or the default of the schema. Throws Bug for a name that the syntax has not.
    ParameterValue value(const std::string& name) const;
    std::string text(const std::string& name) const;
    bool flag(const std::string& name) const;
    /// Every value of a repeatable option, in order.
    std::vector<std::string> texts(const std::string& name) const;
    /// What the syntax does not know, for commands that take it.
    const std::vector<std::string>& rest() const { return rest_; }

private:
    void refuseUnknown() const;
    [[noreturn]] void refuseMissing(const CommandOption& option) const;
    void take(const CommandOption& option, const std::vector<std::string>& texts);

    std::string owner_;
    CommandSyntax syntax_;
    ParameterValues given_;
    std::map<std::string, std::vector<std::string>> repeated_;
    std::vector<std::string> rest_;
};

} // namespace palimpsest
