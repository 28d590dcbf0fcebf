// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/help.h"

#include "app/cli/option_text.h"

#include <sstream>

namespace palimpsest {
namespace {

constexpr std::size_t kWidth = 100;
constexpr std::size_t kIndent = 30;

std::string entry(const std::string& head, const std::string& body) {
    std::string line = "  " + head;
    // A head that reaches into the second column gets a line of its own.
    line += line.size() + 2 > kIndent ? "\n" + std::string(kIndent, ' ') : std::string(kIndent - line.size(), ' ');
    return line + wrapped(body, kWidth - kIndent, kIndent) + "\n";
}

std::string paragraphs(const std::string& text) {
    std::istringstream lines(text);
    std::string result;
    for (std::string line; std::getline(lines, line);) {
        // Indented lines are examples and stay as they are.
        result += (line.starts_with(' ') ? line : wrapped(line, kWidth, 0)) + "\n";
    }
    return result;
}

std::string optionGroup(const std::string& title, const CommandSyntax& syntax, bool advanced) {
    std::string entries;
    for (const auto& option : syntax.options) {
        if (option.schema.advanced == advanced) {
            entries += entry(headOf(option, false), bodyOf(option));
        }
    }
    return entries.empty() ? "" : "\n" + title + "\n" + entries;
}

} // namespace

std::string wrapped(const std::string& text, std::size_t width, std::size_t indent) {
    std::istringstream words(text);
    std::string result;
    std::size_t column = 0;
    for (std::string word; words >> word;) {
        if (column > 0 && column + 1 + word.size() > width) {
            result += "\n" + std::string(indent, ' ');
            column = 0;
        } else if (column > 0) {
            result += ' ';
            ++column;
        }
        result += word;
        column += word.size();
    }
    return result;
}

std::string shortUsage(const Catalogue<Command>& commands) {
    std::string text =
        "palimpsest restores damaged pictures with diffusion priors.\n\nUsage: palimpsest COMMAND ...\n\n";
    for (const Command& command : commands) {
        std::string line = "  " + std::string(command.id);
        line.resize(14, ' ');
        text += line + std::string(command.summary) + "\n";
    }
    return text + "\nExample: palimpsest inpaint photo.jpg --mask mask.png -o restored.png\n"
                  "\"palimpsest COMMAND --help\" explains a command, \"palimpsest --version\" prints the version.\n";
}

std::string helpOf(const Command& command) {
    const CommandSyntax syntax = command.syntax();
    std::string text = "Usage: " + usageOf(command) + "\n\n" + wrapped(std::string(command.summary), kWidth, 0) + "\n";
    if (!syntax.positionals.empty()) {
        text += "\nArguments\n";
    }
    for (const auto& option : syntax.positionals) {
        text += entry(headOf(option, true), bodyOf(option));
    }
    text += optionGroup("Options", syntax, false) + optionGroup("Advanced", syntax, true);
    return text + (syntax.details.empty() ? "" : "\n" + paragraphs(syntax.details));
}

} // namespace palimpsest
