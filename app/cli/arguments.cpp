// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "core/base/error.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace palimpsest {
namespace {

std::string flagsOf(const CommandOption& option) {
    const std::string& name = option.schema.name;
    if (option.schema.type == ParameterType::boolean) {
        return std::get<bool>(option.schema.defaultValue) ? "--" + name + ",!--no-" + name : "--" + name;
    }
    return (option.shortName.empty() ? "" : "-" + option.shortName + ",") + "--" + name;
}

/// Values are taken as text: the schemas check them, in the same words as in the window and in spec files.
CLI::Option* declare(CLI::App& app, const CommandOption& option, bool positional) {
    if (option.schema.type == ParameterType::boolean) {
        return app.add_flag(flagsOf(option));
    }
    CLI::Option* declared = app.add_option(positional ? option.schema.name : flagsOf(option));
    declared->expected(1)->allow_extra_args(false)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    return declared->required(option.required);
}

/// CLI11 takes its words from the back.
void parse(CLI::App& app, const std::vector<std::string>& words, const std::string& owner) {
    std::vector<std::string> reversed(words.rbegin(), words.rend());
    try {
        app.parse(reversed);
    } catch (const CLI::ParseError& error) {
        throw Error(ErrorCode::badArgument, owner + ": " + error.what(), "\"" + owner + " --help\" lists the arguments");
    }
}

const CommandOption* find(const std::vector<CommandOption>& options, const std::string& name) {
    const auto found = std::find_if(options.begin(), options.end(), [&](const auto& o) { return o.schema.name == name; });
    return found == options.end() ? nullptr : &*found;
}

} // namespace

Arguments::Arguments(const Command& command, const std::vector<std::string>& words)
    : owner_("palimpsest " + std::string(command.id)), syntax_(command.syntax()) {
    CLI::App app;
    app.set_help_flag();
    app.allow_extras(syntax_.takesRest);
    std::vector<std::pair<const CommandOption*, CLI::Option*>> declared;
    for (const auto& option : syntax_.positionals) {
        declared.emplace_back(&option, declare(app, option, true));
    }
    for (const auto& option : syntax_.options) {
        declared.emplace_back(&option, declare(app, option, false));
    }
    parse(app, words, owner_);
    for (const auto& [option, parsed] : declared) {
        if (parsed->count() > 0) {
            take(*option, parsed->results());
        }
    }
    rest_ = app.remaining();
}

void Arguments::take(const CommandOption& option, const std::vector<std::string>& texts) {
    const std::string& name = option.schema.name;
    if (option.repeatable) {
        repeated_[name] = texts;
        return;
    }
    if (texts.size() > 1 && option.schema.type != ParameterType::boolean) {
        throw Error(ErrorCode::badArgument, owner_ + ": --" + name + " is given more than once", "give it once");
    }
    const ParameterValue value = parseParameter(option.schema, texts.back());
    given_[name] = validated({option.schema}, {{name, value}}, owner_).at(name);
}

ParameterValue Arguments::value(const std::string& name) const {
    if (const auto found = given_.find(name); found != given_.end()) {
        return found->second;
    }
    for (const auto* options : {&syntax_.positionals, &syntax_.options}) {
        if (const CommandOption* option = find(*options, name)) {
            return option->schema.defaultValue;
        }
    }
    throw Bug(owner_ + " has no argument " + name);
}

std::string Arguments::text(const std::string& name) const { return std::get<std::string>(value(name)); }

bool Arguments::flag(const std::string& name) const { return std::get<bool>(value(name)); }

std::vector<std::string> Arguments::texts(const std::string& name) const {
    const auto found = repeated_.find(name);
    return found == repeated_.end() ? std::vector<std::string>{} : found->second;
}

} // namespace palimpsest
