// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/provenance/record_file.h"
#include "tests/support/command_line_fixture.h"

#include <QTest>

#include <csignal>

using namespace palimpsest;

/// Whole runs of the program with a tiny prior.
class RunTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepsPixelsOutsideTheMask();
    void recordTellsTheFiles();
    void jsonStreamIsWellFormed();
    void previewsAreSaved();
    void equalSpecsGiveEqualBytes();
    void aSampleDoesNotDependOnTheOthers();
    void specFileDoesTheSame();
    void specPathsAreRelativeToTheSpec();
    void modelsListShowVerify();
    void inspectsFiles();
    void interruptStopsWithoutOutput();

private:
    void succeeds(const QStringList& arguments) const {
        const ProgramRun run = fixture_.run(arguments);
        QVERIFY2(run.exitCode == 0, run.messages.constData());
    }

    CommandLineFixture fixture_;
};

void RunTest::initTestCase() { succeeds(CommandLineFixture::inpaint("out.png", {"--seed", "5"})); }

void RunTest::keepsPixelsOutsideTheMask() {
    const Image before = readImage(fixture_.path("photo.png"));
    const Image after = readImage(fixture_.path("out.png"));
    const Mask mask = readMask(fixture_.path("mask.png"), before.size());
    QCOMPARE(after.size(), before.size());
    int changed = 0;
    for (int y = 0; y < mask.height(); ++y) {
        for (int x = 0; x < mask.width(); ++x) {
            for (int c = 0; c < 3; ++c) {
                const bool equal = before.valueAt(x, y, c) == after.valueAt(x, y, c);
                QVERIFY(mask.at(x, y) > 0 || equal);
                changed += equal ? 0 : 1;
            }
        }
    }
    QVERIFY(changed > 50);
}

void RunTest::recordTellsTheFiles() {
    const RunRecord record = readRunRecord(fixture_.path("out.png.json"));
    QCOMPARE(record.acquisitionKind, "picture");
    QCOMPARE(record.acquisition.path, "photo.png");
    QCOMPARE(record.mask.path, "mask.png");
    QCOMPARE(record.samples.size(), 1u);
    QCOMPARE(record.samples[0].path, "out.png");
    QCOMPARE(record.samples[0].fileSha256, sha256OfFile(fixture_.path("out.png")));
    QCOMPARE(record.samples[0].pixelsSha256, contentHash(readImage(fixture_.path("out.png"))));
    QCOMPARE(record.spec.seed, 5u);
    QCOMPARE(record.resolved.device, std::optional<std::string>("cpu"));
    QCOMPARE(record.weights.at(0).id, "tiny");
    QCOMPARE(record.weights.at(0).sha256, sha256OfFile(fixture_.path("tiny/weights.safetensors")));
    QVERIFY(record.timings.at("total") > 0);
}

void RunTest::jsonStreamIsWellFormed() {
    const ProgramRun run = fixture_.run(CommandLineFixture::inpaint("json.png", {"--json"}));
    QCOMPARE(run.exitCode, 0);
    const auto events = eventsOf(run.output);
    QVERIFY(events.size() > 4);
    int starts = 0;
    std::int64_t done = 0;
    std::int64_t total = 0;
    for (const Json& event : events) {
        QVERIFY2(event.is_object(), "every line is an object");
        const std::string kind = event.at("event");
        starts += kind == "started" ? 1 : 0;
        if (kind == "progress") {
            QVERIFY(event.at("done") >= done);
            done = event.at("done");
            total = event.at("total");
            QVERIFY(done <= total);
        }
    }
    QCOMPARE(starts, 1);
    QVERIFY(events.back().at("event") == "finished");
    QVERIFY(events.back().at("outputs").at(0) == "json.png");
    QVERIFY(events.back().at("record") == "json.png.json");
    QVERIFY2(total > 0 && done == total, "all declared evaluations were made");
    QVERIFY(events.front().at("event") == "started");
    QVERIFY(events.front().at("evaluations") == total);
}

void RunTest::previewsAreSaved() {
    const ProgramRun run = fixture_.run(
        CommandLineFixture::inpaint("shown.png", {"--json", "--preview-dir", "new/previews", "--samples", "2"}));
    QCOMPARE(run.exitCode, 0);
    int previews = 0;
    for (const Json& event : eventsOf(run.output)) {
        if (event.at("event") == "preview") {
            const Image preview = readImage(fixture_.home().toStdString() + "/" + event.at("path").get<std::string>());
            QVERIFY(preview.width() > 0 && preview.width() <= event.at("width"));
            ++previews;
        }
    }
    QVERIFY(previews >= 2);
    QCOMPARE(QDir(fixture_.home() + "/new/previews").entryList({"sample-*-*.png"}).size(), previews);
}

void RunTest::equalSpecsGiveEqualBytes() {
    succeeds(CommandLineFixture::inpaint("again.png", {"--seed", "5"}));
    QCOMPARE(fixture_.content("again.png"), fixture_.content("out.png"));
    succeeds(CommandLineFixture::inpaint("other.png", {"--seed", "6"}));
    QVERIFY(fixture_.content("other.png") != fixture_.content("out.png"));
}

void RunTest::aSampleDoesNotDependOnTheOthers() {
    succeeds(CommandLineFixture::inpaint("many.png", {"--seed", "5", "--samples", "3"}));
    QCOMPARE(fixture_.content("many-1.png"), fixture_.content("out.png"));
    QVERIFY(fixture_.content("many-2.png") != fixture_.content("many-1.png"));
    QVERIFY(!fixture_.files().contains("many.png"));
    QCOMPARE(readRunRecord(fixture_.path("many.png.json")).samples.size(), 3u);
}

void RunTest::specFileDoesTheSame() {
    fixture_.write(
        "spec.json",
        R"({"input": "photo.png", "mask": "mask.png", "output": "spec.png", "prior": "./tiny", "method": "ddnm",
                                    "steps": 3, "device": "cpu", "threads": 1, "seed": 5})");
    succeeds({"restore", "spec.json"});
    QCOMPARE(fixture_.content("spec.png"), fixture_.content("out.png"));
}

void RunTest::specPathsAreRelativeToTheSpec() {
    fixture_.write("sub/spec.json",
                   R"({"input": "../photo.png", "mask": "../mask.png", "output": "inner.png", "method": "telea"})");
    succeeds({"restore", "sub/spec.json"});
    QVERIFY(QFile::exists(fixture_.home() + "/sub/inner.png.json"));
    succeeds({"restore", "sub/spec.json", "-o", "outer.png"});
    QCOMPARE(fixture_.content("outer.png"), fixture_.content("sub/inner.png"));
}

void RunTest::modelsListShowVerify() {
    makeTinyPrior(fixture_.path("data/priors/mine"), "mine");
    const ProgramRun list = fixture_.run({"models", "list", "--json"});
    QCOMPARE(list.exitCode, 0);
    const Json last = eventsOf(list.output).at(0).at("priors").back();
    QVERIFY(last.at("id") == "mine" && last.at("problem") == "" && last.at("parameters") > 1000);
    QVERIFY(fixture_.run({"models", "list"}).output.contains("\nmine  "));
    QVERIFY(fixture_.run({"models", "show", "mine"}).output.contains("CC0-1.0"));
    const ProgramRun show = fixture_.run({"models", "show", "./tiny"});
    QCOMPARE(show.exitCode, 0);
    QVERIFY2(show.output.contains("compact-unet"), show.output.constData());
    const ProgramRun verify = fixture_.run({"models", "verify"});
    QVERIFY2(verify.exitCode == 0, verify.messages.constData());
    QVERIFY(verify.output.contains("/mine: sound"));
    QVERIFY(fixture_.run({"models", "verify", "./tiny"}).output.contains("./tiny: sound"));
}

void RunTest::inspectsFiles() {
    for (const char* name : {"photo.png", "out.png.json", "tiny", "tiny/weights.safetensors"}) {
        const ProgramRun run = fixture_.run({"inspect", name});
        QVERIFY2(run.exitCode == 0, run.messages.constData());
        QVERIFY(!run.output.trimmed().isEmpty());
    }
    QCOMPARE(fixture_.run({"inspect", "nothing"}).exitCode, 2);
}

/// Interrupted after its first evaluation: exit code 3, a last event that says so, and no file.
void RunTest::interruptStopsWithoutOutput() {
    const QStringList before = fixture_.files();
    QProcess process;
    preparePalimpsest(process,
                      {"inpaint", "photo.png", "--mask", "mask.png", "-o", "never.png", "--prior", "./tiny", "--method",
                       "ddnm", "--steps", "1000", "--samples", "64", "--threads", "1", "--json"},
                      fixture_.home());
    process.start();
    while (process.canReadLine() || process.waitForReadyRead(30000)) {
        const Json event = Json::parse(process.readLine().toStdString(), nullptr, false);
        if (event.is_object() && event.value("event", "") == "progress" && event.value("done", 0) > 0) {
            break;
        }
    }
    QCOMPARE(process.state(), QProcess::Running);
    QCOMPARE(kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QVERIFY2(process.waitForFinished(20000), "stops within one evaluation");
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 3);
    QVERIFY(eventsOf(process.readAllStandardOutput()).back().at("code") == "cancelled");
    QCOMPARE(fixture_.files(), before);
}

QTEST_GUILESS_MAIN(RunTest)
#include "run_test.moc"
