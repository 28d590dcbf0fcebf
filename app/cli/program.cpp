// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/program.h"

#include "app/cli/arguments.h"
#include "app/cli/console_report.h"
#include "app/cli/exit_code.h"
#include "app/cli/help.h"
#include "app/cli/json_report.h"
#include "core/base/version.h"

#include <algorithm>
#include <cstdio>
#include <memory>

namespace palimpsest {
namespace {

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

int print(const std::string& text) {
    std::fputs(text.c_str(), stdout);
    return kExitDone;
}

int help(const Catalogue<Command>& commands, const std::vector<std::string>& words) {
    return print(words.size() < 2 ? shortUsage(commands) : helpOf(commands.at(words[1])));
}

int dispatch(const Catalogue<Command>& commands, const std::vector<std::string>& words, Report& report,
             std::stop_token stop) {
    const std::string first = words.empty() ? "help" : words.front();
    if (first == "help" || first == "--help" || first == "-h") {
        return help(commands, words);
    }
    if (first == "--version") {
        return print(std::string("palimpsest ") + kVersion + "\n");
    }
    const Command& command = commands.at(first);
    const std::vector<std::string> rest(words.begin() + 1, words.end());
    if (contains(rest, "--help") || contains(rest, "-h")) {
        return print(helpOf(command));
    }
    return command.run(Arguments(command, rest), report, std::move(stop));
}

} // namespace

int runProgram(const Catalogue<Command>& commands, const std::vector<std::string>& words, std::stop_token stop) {
    std::unique_ptr<Report> report;
    if (contains(words, "--json")) {
        report = std::make_unique<JsonReport>(stdout);
    } else {
        report = std::make_unique<ConsoleReport>();
    }
    try {
        try {
            return dispatch(commands, words, *report, std::move(stop));
        } catch (...) {
            const Error error = translateCurrentException();
            report->failed(error);
            return exitCodeOf(error.code());
        }
    } catch (const Cancelled&) {
        report->cancelled();
        return kExitCancelled;
    }
}

} // namespace palimpsest
