// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/command_line_fixture.h"

#include <QRandomGenerator>
#include <QTest>

using namespace palimpsest;

class ProgramTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aloneItPrintsItsUsage();
    void versionAndHelp();
    void badArgumentsAreExitCodeTwo();
    void jsonErrorsGoToStandardOutputAlone();
    void manualPageIsPrinted();
    void methodsAreListed();
    void randomArgumentsNeverCrash();

private:
    CommandLineFixture fixture_;
};

void ProgramTest::aloneItPrintsItsUsage() {
    const ProgramRun run = fixture_.run({});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.output.contains("palimpsest inpaint photo.jpg --mask mask.png -o restored.png"));
    QVERIFY(run.output.count('\n') < 25);
    QCOMPARE(fixture_.run({"--help"}).output, run.output);
}

void ProgramTest::versionAndHelp() {
    QVERIFY(fixture_.run({"--version"}).output.startsWith("palimpsest 0."));
    const ProgramRun help = fixture_.run({"inpaint", "--help"});
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.output.contains("--preview-dir"));
    QCOMPARE(fixture_.run({"help", "inpaint"}).output, help.output);
    QCOMPARE(fixture_.run({"inpaint", "x.png", "-h"}).output, help.output);
}

void ProgramTest::badArgumentsAreExitCodeTwo() {
    for (const QStringList& arguments :
         {QStringList{"fly"}, {"help", "fly"}, {"inpaint"}, {"inpaint", "--fly"}, {"models", "fly"}, {"bench"}}) {
        const ProgramRun run = fixture_.run(arguments);
        QCOMPARE(run.exitCode, 2);
        QVERIFY(run.output.isEmpty());
        QVERIFY(run.messages.startsWith("palimpsest: "));
        QCOMPARE(run.messages.count('\n'), 1);
    }
}

void ProgramTest::jsonErrorsGoToStandardOutputAlone() {
    const ProgramRun run = fixture_.run({"inpaint", "--json"});
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.messages.isEmpty());
    QCOMPARE(eventsOf(run.output).size(), 1u);
}

/// The build installs what the program prints.
void ProgramTest::manualPageIsPrinted() {
    const ProgramRun run = fixture_.run({"manual"});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.output.contains("\n.TH PALIMPSEST 1 "));
    QVERIFY(run.output.contains("mcg\\-2022"));
}

void ProgramTest::methodsAreListed() {
    const auto events = eventsOf(fixture_.run({"methods", "--json"}).output);
    QCOMPARE(events.size(), 1u);
    QStringList ids;
    for (const Json& method : events[0].at("methods")) {
        ids << QString::fromStdString(method.at("id"));
    }
    for (const char* id : {"default", "mcg", "dps", "ddnm", "projection", "telea"}) {
        QVERIFY2(ids.contains(id), id);
    }
    for (const Json& method : events[0].at("methods")) {
        const std::string id = method.at("id");
        QCOMPARE(method.at("evaluations").size(), method.at("tasks").size());
        QVERIFY2(!method.at("tasks").empty(), id.c_str());
        if (id == "mcg" || id == "ddnm") {
            QVERIFY(method.at("needsGradient") == (id == "mcg"));
            QVERIFY2(method.at("evaluations").at("upscale") == 50, id.c_str());
        }
    }
    const QByteArray words = fixture_.run({"methods"}).output;
    QVERIFY(words.contains("Tasks: denoise. Evaluations: 1;"));
    QVERIFY(words.contains("Tasks: upscale. Evaluations: none of the prior."));
}

void ProgramTest::randomArgumentsNeverCrash() {
    fixture_.write("garbage", QByteArray("\0\xff{[\"", 5));
    fixture_.write("spec.json", R"({"input": "photo.png", "mask": "mask.png", "output": "r.png", "method": "telea"})");
    const QStringList commands{"inpaint", "inpaint", "restore", "replay", "models", "methods",
                               "inspect", "manual",  "train",   "help",   "",       "--json"};
    const QStringList pool{"photo.png",    "mask.png",       "garbage",  "spec.json", "tiny",    "./tiny", "nothing",
                           "-o",           "--output=r.png", "--mask",   "--seed",    "3",       "-1",     "1e400",
                           "nan",          "--json",         "--method", "telea",     "--prior", "--set",  "a=b",
                           "list",         "show",           "verify",   "",          "--",      "-",      "--steps=0",
                           "--t0",         "--device",       "cpu",      "/dev/null", "/",       "..",     "\xc3\x28",
                           "--preview-dir"};
    QRandomGenerator random(3);
    for (int i = 0; i < 100; ++i) {
        QStringList arguments{commands[random.bounded(static_cast<int>(commands.size()))]};
        for (int length = random.bounded(8); length > 0; --length) {
            arguments << pool[random.bounded(static_cast<int>(pool.size()))];
        }
        const ProgramRun run = fixture_.run(arguments);
        const QByteArray about = arguments.join(' ').toUtf8() + ": " + run.messages;
        QVERIFY2(run.exitCode >= 0 && run.exitCode <= 2, about.constData());
        QVERIFY2(!run.messages.contains("internal error"), about.constData());
        QVERIFY2(run.exitCode == 0 || !run.messages.isEmpty() || run.output.contains("\"error\""), about.constData());
    }
}

QTEST_GUILESS_MAIN(ProgramTest)
#include "program_test.moc"
