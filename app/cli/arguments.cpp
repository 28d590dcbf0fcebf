// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "app/cli/option_text.h"
#include "core/base/error.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <numeric>
#include <string_view>

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
    return declared->expected(1)->allow_extra_args(false)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

Message helpHint(const std::string& owner) { return Message("\"palimpsest %1 --help\" lists the arguments", owner); }

/// CLI11 takes its words from the back.
void parse(CLI::App& app, const std::vector<std::string>& words, const std::string& owner) {
    std::vector<std::string> reversed(words.rbegin(), words.rend());
    try {
        app.parse(reversed);
    } catch (const CLI::ArgumentMismatch& error) {
        const std::string text = error.what(); // "--seed: 1 required  missing"
        throw Error(ErrorCode::badArgument, Message("%1: %2 needs a value", owner, text.substr(0, text.find(':'))),
                    helpHint(owner));
    } catch (const CLI::ParseError& error) {
        throw Error(ErrorCode::badArgument, Message("%1: %2", owner, Message::verbatim(error.what())), helpHint(owner));
    }
}

/// Number of letters to insert, delete or replace (Levenshtein 1966).
std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, replaced});
        }
    }
    return row.back();
}

/// "did you mean --seed?", if a flag is nearly that; else where the flags are listed.
Message suggestion(const std::vector<CommandOption>& options, const std::string& word, const std::string& owner) {
    const std::string name = word.substr(0, word.find('='));
    for (const auto& option : options) {
        if (editDistance(name, "--" + option.schema.name) * 3 <= name.size()) {
            return Message("did you mean --%1?", option.schema.name);
        }
    }
    return helpHint(owner);
}

const CommandOption* find(const std::vector<CommandOption>& options, const std::string& name) {
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const auto& o) { return o.schema.name == name; });
    return found == options.end() ? nullptr : &*found;
}

} // namespace

Arguments::Arguments(const Command& command, const std::vector<std::string>& words)
    : owner_(command.id), syntax_(command.syntax()) {
    CLI::App app;
    app.set_help_flag();
    app.allow_extras(); // refused below, in better words
    std::vector<std::pair<const CommandOption*, CLI::Option*>> declared;
    for (const auto& option : syntax_.positionals) {
        declared.emplace_back(&option, declare(app, option, true));
    }
    for (const auto& option : syntax_.options) {
        declared.emplace_back(&option, declare(app, option, false));
    }
    parse(app, words, owner_);
    rest_ = app.remaining();
    if (const auto mark = std::find(rest_.begin(), rest_.end(), "--"); mark != rest_.end()) {
        rest_.erase(mark); // it says that no flags follow, and is no argument itself
    }
    refuseUnknown();
    for (const auto& [option, parsed] : declared) {
        if (parsed->count() > 0) {
            take(*option, parsed->results());
        } else if (option->required) {
            refuseMissing(*option);
        }
    }
}

/// A flag is the likelier mistake than the value that stands beside it.
void Arguments::refuseUnknown() const {
    if (syntax_.takesRest || rest_.empty()) {
        return;
    }
    const auto flag = std::find_if(rest_.begin(), rest_.end(), [](const auto& word) { return word.starts_with('-'); });
    const std::string& word = flag == rest_.end() ? rest_.front() : *flag;
    throw Error(ErrorCode::badArgument, Message("%1 does not take \"%2\"", owner_, word),
                suggestion(syntax_.options, word, owner_));
}

void Arguments::refuseMissing(const CommandOption& option) const {
    const bool positional = find(syntax_.positionals, option.schema.name);
    throw Error(ErrorCode::badArgument, Message("%1 needs %2", owner_, headOf(option, positional)),
                Message("usage: %1", usageOf(owner_, syntax_)));
}

void Arguments::take(const CommandOption& option, const std::vector<std::string>& texts) {
    const std::string& name = option.schema.name;
    if (option.repeatable) {
        repeated_[name] = texts;
        return;
    }
    if (texts.size() > 1 && option.schema.type != ParameterType::boolean) {
        throw Error(ErrorCode::badArgument, Message("%1: --%2 is given more than once", owner_, name), "give it once");
    }
    const ParameterValue value = parseParameter(option.schema, texts.back());
    given_[name] = validated({option.schema}, {{name, value}}, Message::verbatim(owner_)).at(name);
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
