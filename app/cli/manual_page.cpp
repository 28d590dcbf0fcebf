// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/manual_page.h"

#include "app/cli/method_text.h"
#include "app/cli/option_text.h"
#include "core/base/version.h"

#include <sstream>

namespace palimpsest {
namespace {

/// Text that roff prints as it is: no escapes, no requests at the start of a line, hyphens that can be copied.
std::string plain(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (c == '\\') {
            result += "\\e";
        } else if (c == '-') {
            result += "\\-";
        } else if ((c == '.' || c == '\'') && (result.empty() || result.back() == '\n')) {
            result += std::string("\\&") + c;
        } else {
            result += c;
        }
    }
    return result;
}

std::string section(const std::string& title) { return ".SH " + title + "\n"; }

std::string tagged(const std::string& head, const std::string& body) {
    return ".TP\n.B " + plain(head) + "\n" + plain(body) + "\n";
}

/// Paragraphs, and indented lines as examples.
std::string details(const std::string& text) {
    std::istringstream lines(text);
    std::string result;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(' ')) {
            result += ".EX\n" + plain(line) + "\n.EE\n";
        } else if (!line.empty()) {
            result += ".PP\n" + plain(line) + "\n";
        }
    }
    return result;
}

std::string commandSection(const Command& command) {
    const CommandSyntax syntax = command.syntax();
    std::string text = ".SS " + plain(usageOf(command)) + "\n" + plain(std::string(command.summary)) + "\n";
    for (const auto& option : syntax.positionals) {
        text += tagged(headOf(option, true), bodyOf(option));
    }
    for (const auto& option : syntax.options) {
        text += tagged(headOf(option, false), bodyOf(option));
    }
    return text + details(syntax.details);
}

/// A cell of a table whose text is wrapped.
std::string cell(const std::string& text) { return "T{\n" + plain(text) + "\nT}"; }

/// For the preprocessor tbl, which man runs.
std::string methodsTable(const std::vector<MethodDescription>& methods) {
    std::string text =
        ".ad l\n.nh\n.TS\nlb2 lb2 lb2 lb\nlb2 lw(9n)2 lw(11n)2 lw(30n).\nMethod\tTasks\tEvaluations\tGood for\n_\n";
    for (const auto& method : methods) {
        text += plain(method.id) + "\t" + cell(tasksInWords(method)) + "\t" +
                cell(evaluationsInWords(method) + (method.needsGradient ? ", gradient" : "")) + "\t" +
                cell(method.title + ". " + method.description) + "\n";
    }
    return text + ".TE\n.hy\n.ad\n";
}

constexpr const char* kMethods = "What \\-\\-method can name. Evaluations are those of the prior's network for one "
                                 "sample at the coarsest size of the picture, "
                                 "with the method's own settings; where the task decides, the range is given, and "
                                 "\"palimpsest methods\" tells each. Methods "
                                 "with \"gradient\" differentiate through the network, which takes two to three times "
                                 "the time of an evaluation, and more "
                                 "memory.\n";

std::string methodsSection(const std::vector<MethodDescription>& methods) {
    std::string text =
        section("METHODS") + kMethods + methodsTable(methods) + ".SS Parameters of methods, for \\-\\-set\n";
    for (const auto& method : methods) {
        if (!parametersOf(method).empty()) {
            text += tagged(method.id, method.title + ".");
        }
        for (const auto& parameter : parametersOf(method)) {
            text += ".RS\n" + tagged("--set " + parameter.name + "=VALUE", bodyOf(parameter)) + ".RE\n";
        }
    }
    return text;
}

constexpr const char* kExitCodes =
    ".SH EXIT STATUS\n"
    ".TP\n.B 0\nDone.\n"
    ".TP\n.B 1\nThe work failed, or a replay gave other bytes.\n"
    ".TP\n.B 2\nBad arguments or bad input.\n"
    ".TP\n.B 3\nCancelled: the first Ctrl+C (or SIGTERM) stops after the running network "
    "evaluation and leaves no output; a second one ends the program at once.\n"
    ".TP\n.B 4\nOut of memory.\n";

constexpr const char* kEvents =
    ".SH JSON OUTPUT\n"
    "With \\-\\-json every line of standard output is one object with an \"event\":\n"
    ".TP\n.B started\nEverything is checked; the files, the spec and the number of network evaluations.\n"
    ".TP\n.B progress\n\"done\", \"total\", \"fraction\", \"secondsElapsed\", \"secondsLeft\" (null while unknown), "
    "\"phase\".\n"
    ".TP\n.B notice\n\"text\": a sentence that the user should know; \"messageId\" and \"arguments\": the same before "
    "its gaps were filled.\n"
    ".TP\n.B preview\nOnly with \\-\\-preview\\-dir: \"path\", \"sample\", and the part of the picture it shows: "
    "\"x\", \"y\", "
    "\"width\", \"height\".\n"
    ".TP\n.B finished\nThe last line after success; \"text\" and what the command found out.\n"
    ".TP\n.B error\nThe last line otherwise: \"code\", \"exitCode\", \"message\", \"hint\"; \"messageId\" and "
    "\"arguments\" as for a notice.\n";

} // namespace

std::string manualPage(const Catalogue<Command>& commands, const std::vector<MethodDescription>& methods) {
    std::string text = "'\\\" t\n.\\\" Made by \"palimpsest manual\"; do not edit.\n";
    text += std::string(".TH PALIMPSEST 1 \"\" \"palimpsest ") + kVersion + "\"\n";
    text += section("NAME") + "palimpsest \\- restore damaged pictures with diffusion priors\n";
    text += section("SYNOPSIS");
    for (const Command& command : commands) {
        text += ".B " + plain(usageOf(command)) + "\n.br\n";
    }
    text += section("DESCRIPTION") + "Restores photographs and other pictures on your own machine. Scratches, stains, "
                                     "overlaid text and unwanted objects are "
                                     "replaced by what a prior, learnt from pictures, finds probable there; everything "
                                     "outside the mask stays as it is. Grey "
                                     "pictures get colours, small ones become larger, blurred ones sharper, noisy ones "
                                     "clean, and an old photograph all of "
                                     "it at once: the result fits what was measured, and the prior decides on the "
                                     "rest. Nothing that was invented is "
                                     "evidence of what was there; \\-\\-maps shows where that is.\n";
    text += section("COMMANDS");
    for (const Command& command : commands) {
        text += commandSection(command);
    }
    return text + methodsSection(methods) + kEvents + kExitCodes;
}

} // namespace palimpsest
