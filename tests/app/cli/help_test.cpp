// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_table.h"
#include "app/cli/help.h"
#include "app/cli/manual_page.h"
#include "app/cli/method_text.h"
#include "app/cli/option_text.h"
#include "core/specs/restore_spec.h"
#include "core/specs/train_spec.h"
#include "core/tasks/task.h"

#include <QTest>

#include <sstream>

using namespace palimpsest;

namespace {

std::size_t longestLine(const std::string& text) {
    std::istringstream lines(text);
    std::size_t longest = 0;
    for (std::string line; std::getline(lines, line);) {
        longest = std::max(longest, line.size());
    }
    return longest;
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

} // namespace

class HelpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void usageNamesEveryCommand();
    void helpNamesEveryOption();
    void flagsComeFromTheSchemas();
    void wrapping();
    void manualNamesEverything();
    void manualEscapes();
    void costsOfMethods();
};

void HelpTest::usageNamesEveryCommand() {
    const std::string usage = shortUsage(commandTable());
    for (const Command& command : commandTable()) {
        QVERIFY(contains(usage, "  " + std::string(command.id) + " "));
        QVERIFY(command.summary.ends_with('.'));
    }
    QVERIFY(longestLine(usage) <= 100);
}

void HelpTest::helpNamesEveryOption() {
    for (const Command& command : commandTable()) {
        const std::string help = helpOf(command);
        QVERIFY(help.starts_with("Usage: palimpsest " + std::string(command.id)));
        for (const auto& option : command.syntax().options) {
            QVERIFY2(contains(help, headOf(option, false)), option.schema.name.c_str());
            QVERIFY2(option.schema.description.ends_with('.'), option.schema.name.c_str());
        }
        for (const auto& option : command.syntax().positionals) {
            QVERIFY2(contains(help, "\n  " + headOf(option, true)), option.schema.name.c_str());
        }
        QVERIFY2(longestLine(help) <= 110, help.c_str());
    }
}

void HelpTest::flagsComeFromTheSchemas() {
    for (const TaskDescription& task : taskCatalogue()) {
        const std::string help = helpOf(commandTable().at(task.id));
        for (const auto& schema : restoreSchemas(task.id)) {
            const bool hasIt = contains(help, "--" + schema.name + " ") || contains(help, "--" + schema.name + "\n");
            QVERIFY2(hasIt == (schema.name != "task"), (task.id + " " + schema.name).c_str());
        }
    }
    const std::string inpaint = helpOf(commandTable().at("inpaint"));
    QVERIFY(!contains(inpaint, "--factor") && contains(helpOf(commandTable().at("upscale")), "--factor"));
    QVERIFY(contains(inpaint, "[1 to 1000 evaluations;") && contains(inpaint, "default auto]"));
    const std::string train = helpOf(commandTable().at("train"));
    for (const auto& schema : trainSchemas()) {
        QVERIFY2(schema.name == "pictures" || contains(train, schema.name), schema.name.c_str());
    }
    QVERIFY(contains(train, "--no-resume"));
}

void HelpTest::wrapping() {
    QCOMPARE(wrapped("one two three", 7, 2), "one two\n  three");
    QCOMPARE(wrapped("unbreakable", 3, 2), "unbreakable");
    QCOMPARE(wrapped("  spaces\n and   lines ", 80, 0), "spaces and lines");
    QCOMPARE(wrapped("", 80, 4), "");
}

void HelpTest::manualNamesEverything() {
    const ParameterSchemas parameters{{.name = "guidance.scale",
                                       .type = ParameterType::real,
                                       .defaultValue = 1.0,
                                       .minimum = 0,
                                       .maximum = 10,
                                       .description = "How strong."}};
    const MethodDescription method{.id = "mcg",
                                   .title = "MCG",
                                   .description = "A method.",
                                   .needsGradient = true,
                                   .tasks = {{"upscale", parameters, 20}, {"deblur", parameters, 50}}};
    const std::string page = manualPage(commandTable(), {method});
    QVERIFY(page.starts_with("'\\\" t\n.\\\" Made by"));
    QVERIFY(contains(page, "\nmcg\tT{\nupscale, deblur\nT}\tT{\n20 to 50, gradient\nT}\tT{\nMCG. A method.\nT}\n"));
    for (const char* part : {".SH NAME", ".SH SYNOPSIS", ".SH COMMANDS", ".SH METHODS", ".SH EXIT STATUS",
                             "guidance.scale", "\\-\\-preview\\-dir", "[0 to 10; default 1]"}) {
        QVERIFY2(contains(page, part), part);
    }
    for (const Command& command : commandTable()) {
        const std::string id(command.id);
        QVERIFY2(contains(page, ".SS palimpsest " + (id == "old-photo" ? "old\\-photo" : id)), id.c_str());
    }
}

void HelpTest::manualEscapes() {
    const MethodDescription method{.id = "odd", .title = ".start", .description = "back\\slash -dash."};
    const std::string page = manualPage(commandTable(), {method});
    QVERIFY(contains(page, "\n\\&.start. back\\eslash \\-dash."));
}

void HelpTest::costsOfMethods() {
    MethodDescription method{.id = "m", .tasks = {{"upscale", {}, 20}, {"deblur", {}, 50}}};
    QCOMPARE(costInWords(method), "Evaluations: upscale 20, deblur 50; no gradients of the network");
    method.needsGradient = true;
    method.tasks = {{"upscale", {}, 7}, {"deblur", {}, 7}};
    QCOMPARE(costInWords(method), "Evaluations: 7; needs gradients of the network");
    method.tasks = {{"upscale", {}, 0}, {"deblur", {}, 0}};
    QCOMPARE(costInWords(method), "Evaluations: none of the prior");
    QCOMPARE(tasksInWords(method), "upscale, deblur");
    method.tasks.resize(taskCatalogue().size());
    QCOMPARE(tasksInWords(method), "all");
}

QTEST_GUILESS_MAIN(HelpTest)
#include "help_test.moc"
