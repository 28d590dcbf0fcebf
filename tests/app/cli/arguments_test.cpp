// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/command_table.h"
#include "core/base/error.h"
#include "core/specs/restore_spec.h"
#include "core/tasks/task.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace palimpsest;

namespace {

using Words = std::vector<std::string>;

const Words kWhole = {"in.png", "--mask", "mask.png", "-o", "out.png"};

/// What every task has, and what only some have, once each.
ParameterSchemas schemasOfAllTasks() {
    ParameterSchemas all = commonSchemas();
    for (const TaskDescription& task : taskCatalogue()) {
        for (const ParameterSchema& own : task.parameters) {
            if (std::none_of(all.begin(), all.end(),
                             [&](const ParameterSchema& schema) { return schema.name == own.name; })) {
                all.push_back(own);
            }
        }
    }
    return all;
}

/// Whether the task's command has a flag for this field of the spec: all have those that no task claims.
bool hasField(const TaskDescription& task, std::string_view field) {
    const auto claims = [&](const TaskDescription& description) { return description.takesParameter(field); };
    return field != "task" && (claims(task) || std::none_of(taskCatalogue().begin(), taskCatalogue().end(), claims));
}

Arguments inpaint(Words more) {
    more.insert(more.begin(), kWhole.begin(), kWhole.end());
    return {commandTable().at("inpaint"), more};
}

/// The message for `words` after the command; empty if they are accepted.
std::string complaint(const std::string& command, const Words& words) {
    try {
        Arguments(commandTable().at(command), words);
    } catch (const Error& error) {
        return error.code() == ErrorCode::badArgument ? error.what() : "wrong code";
    }
    return {};
}

bool complains(const Words& more, const std::string& about) {
    Words words = kWhole;
    words.insert(words.end(), more.begin(), more.end());
    return complaint("inpaint", words).find(about) != std::string::npos;
}

} // namespace

class ArgumentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesEveryForm();
    void defaultsComeFromTheSchemas();
    void everyFieldOfTheSpecIsAFlag();
    void repeatableOptions();
    void switchesThatAreOnByDefault();
    void missingArguments();
    void unknownArguments();
    void badValues();
    void restGoesToTheCommand();
    void randomWordsNeverCrash();
};

void ArgumentsTest::takesEveryForm() {
    const Arguments arguments = inpaint({"--seed=7", "--steps", "12", "--json", "--t0", "0.5"});
    QCOMPARE(arguments.text("input"), "in.png");
    QCOMPARE(arguments.text("mask"), "mask.png");
    QCOMPARE(arguments.text("output"), "out.png");
    QVERIFY(arguments.flag("json"));
    QCOMPARE(arguments.value("seed"), ParameterValue(std::int64_t{7}));
    QCOMPARE(arguments.value("steps"), ParameterValue(std::int64_t{12}));
    QCOMPARE(arguments.value("t0"), ParameterValue(0.5));
    QCOMPARE(Arguments(commandTable().at("inpaint"), {"--output=o.png", "--mask=m", "a b.png"}).text("input"),
             "a b.png");
    QCOMPARE(Arguments(commandTable().at("inpaint"), {"-o", "o.png", "--mask=m", "--", "--odd.png"}).text("input"),
             "--odd.png");
}

void ArgumentsTest::defaultsComeFromTheSchemas() {
    const Arguments arguments = inpaint({});
    QVERIFY(!arguments.flag("json"));
    QVERIFY(!arguments.has("seed"));
    int compared = 0;
    for (const auto& schema : restoreSchemas("inpaint")) {
        if (hasField(taskCatalogue().at("inpaint"), schema.name)) {
            QCOMPARE(arguments.value(schema.name), schema.defaultValue);
            ++compared;
        }
    }
    QCOMPARE(compared, static_cast<int>(restoreSchemas("inpaint").size()) - 1);
    QCOMPARE(arguments.value("steps"), ParameterValue(Automatic{}));
    QCOMPARE(inpaint({"--steps", "auto"}).value("steps"), ParameterValue(Automatic{}));
    QVERIFY_EXCEPTION_THROWN(arguments.value("colour"), Bug);
}

void ArgumentsTest::everyFieldOfTheSpecIsAFlag() {
    for (const TaskDescription& task : taskCatalogue()) {
        for (const auto& schema : schemasOfAllTasks()) {
            Words words{"in.png", "-o", "out.png", "--" + schema.name + "=" + toText(schema.defaultValue)};
            if (task.needs(InputKind::mask)) {
                words.emplace_back("--mask=m.png");
            }
            const bool isTaken = complaint(task.id, words).empty();
            QVERIFY2(isTaken == hasField(task, schema.name), (task.id + " " + schema.name).c_str());
        }
    }
}

void ArgumentsTest::repeatableOptions() {
    QCOMPARE(inpaint({"--set", "a=1", "--set", "b=[x]"}).texts("set"), (Words{"a=1", "b=[x]"}));
    QCOMPARE(inpaint({}).texts("set"), Words{});
    QVERIFY(complains({"--seed", "1", "--seed", "2"}, "more than once"));
}

void ArgumentsTest::switchesThatAreOnByDefault() {
    const auto& train = commandTable().at("train");
    QCOMPARE(Arguments(train, {"pictures", "-o", "prior"}).flag("resume"), true);
    QCOMPARE(Arguments(train, {"pictures", "-o", "prior", "--no-resume"}).flag("resume"), false);
    QCOMPARE(Arguments(train, {"pictures", "-o", "prior", "--resume"}).flag("resume"), true);
}

void ArgumentsTest::missingArguments() {
    QVERIFY(complaint("inpaint", {}).find("INPUT") != std::string::npos);
    QVERIFY(complaint("inpaint", {"a", "-o", "b"}).find("--mask") != std::string::npos);
    QVERIFY(complaint("inpaint", {"a", "--mask", "b"}).find("--output") != std::string::npos);
    QVERIFY(complaint("inpaint", {"a", "--mask"}).find("--mask needs a value") != std::string::npos);
    QVERIFY(complaint("models", {}).find("list|show|verify") != std::string::npos);
}

void ArgumentsTest::unknownArguments() {
    QVERIFY(complains({"--sed", "3"}, "did you mean --seed?"));
    QVERIFY(complains({"--stpes=3"}, "did you mean --steps?"));
    QVERIFY(complains({"--wavelength", "3"}, "--wavelength"));
    QVERIFY(complains({"second.png"}, "second.png"));
    QVERIFY(complains({"-x"}, "-x"));
    QVERIFY(complains({"--no-json"}, "--no-json"));
}

void ArgumentsTest::badValues() {
    QVERIFY(complains({"--steps", "-3"}, "1 to 1000 evaluations"));
    QVERIFY(complains({"--steps", "0"}, "1 to 1000 evaluations"));
    QVERIFY(complains({"--steps", "ten"}, "ten"));
    QVERIFY(complains({"--steps", "1.5"}, "1.5"));
    QVERIFY(complains({"--steps", "99999999999999999999"}, "steps"));
    QVERIFY(complains({"--steps="}, "steps"));
    QVERIFY(complains({"--t0", "nan"}, "t0"));
    QVERIFY(complains({"--t0", "inf"}, "t0"));
    QVERIFY(complains({"--start", "middle"}, "noise, estimate"));
    QVERIFY(complains({"--json=maybe"}, "json"));
}

void ArgumentsTest::restGoesToTheCommand() {
    const Arguments arguments(commandTable().at("bench"), {"inpaint", "--count", "4", "more"});
    QCOMPARE(arguments.text("name"), "inpaint");
    QCOMPARE(arguments.rest(), (Words{"--count", "4", "more"}));
}

/// Flags, values and rubbish in any order: either accepted, or refused in one line.
void ArgumentsTest::randomWordsNeverCrash() {
    Words pool = {"",
                  "-",
                  "--",
                  "---",
                  "-o",
                  "--=",
                  "=",
                  "--mask",
                  "--mask=",
                  "-o=",
                  "-oo",
                  "--set",
                  "a=b",
                  "--json",
                  "--json=2",
                  "[",
                  "[a,b]",
                  "{}",
                  "%%",
                  "'",
                  "\"",
                  "\\",
                  "\n",
                  "\xff\xfe",
                  "-1",
                  "-1e9",
                  "nan",
                  "list",
                  "--no-resume",
                  "in.png",
                  "++",
                  "--help=3",
                  "-h3",
                  std::string(5000, 'x'),
                  "--" + std::string(5000, 'y'),
                  "ünï.png",
                  "1e400"};
    for (const auto& schema : schemasOfAllTasks()) {
        pool.push_back("--" + schema.name);
    }
    QRandomGenerator random(11);
    int accepted = 0;
    for (int i = 0; i < 20000; ++i) {
        Words words = i % 4 == 0 ? kWhole : Words{};
        for (int length = random.bounded(6); length > 0; --length) {
            words.push_back(pool[random.bounded(static_cast<quint32>(pool.size()))]);
        }
        const auto& command = commandTable().begin()[random.bounded(static_cast<quint32>(commandTable().size()))];
        const std::string said = complaint(std::string(command.id), words);
        accepted += said.empty() ? 1 : 0;
        QVERIFY2(said != "wrong code", "bad arguments are the user's");
    }
    QVERIFY(accepted > 100);
}

QTEST_GUILESS_MAIN(ArgumentsTest)
#include "arguments_test.moc"
