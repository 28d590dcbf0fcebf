// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/record_file.h"
#include "tests/support/command_line_fixture.h"

#include <QTest>

using namespace palimpsest;

class ReplayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bytesAgree();
    void defaultSettingsOfEveryMethodAgree_data();
    void defaultSettingsOfEveryMethodAgree();
    void movedFolderAgrees();
    void otherInputIsRefused();
    void otherWeightsAreNamed();
    void unexplainedDifferenceIsMeasured();
    void editedOutputIsNoticed();
    void stoppedRunsAreRefused();
    void otherKernelsAndEstimatesAreRefused();

private:
    ProgramRun replay(const QStringList& more = {}) const {
        return fixture_->run(QStringList{"replay", "out.png.json"} + more);
    }

    std::unique_ptr<CommandLineFixture> fixture_;
};

void ReplayTest::init() {
    fixture_ = std::make_unique<CommandLineFixture>();
    const ProgramRun run = fixture_->run(CommandLineFixture::inpaint("out.png", {"--samples", "2", "--seed", "9"}));
    QVERIFY2(run.exitCode == 0, run.messages.constData());
}

void ReplayTest::bytesAgree() {
    const ProgramRun run = replay();
    QVERIFY2(run.exitCode == 0, run.messages.constData());
    QCOMPARE(run.output.trimmed(), QByteArray("out.png.json: the bytes agree (2 samples)"));
    const auto events = eventsOf(replay({"--json"}).output);
    QVERIFY(events.back().at("agrees") == true);
    QVERIFY(events.back().at("differences").empty());
}

void ReplayTest::defaultSettingsOfEveryMethodAgree_data() {
    QTest::addColumn<QStringList>("flags");
    QTest::newRow("dps") << QStringList{"--method", "dps", "--steps", "2", "--set", "guidance.scale=0.5"};
    QTest::newRow("mcg from an estimate")
        << QStringList{"--method", "mcg", "--steps", "2", "--start", "estimate", "--estimate", "telea"};
    QTest::newRow("projection, ancestral")
        << QStringList{"--method", "projection", "--steps", "2", "--step-rule", "ddpm"};
    QTest::newRow("telea") << QStringList{"--method", "telea"};
    QTest::newRow("a picture as estimate")
        << QStringList{"--method", "ddnm", "--steps", "2", "--estimate", "./photo.png", "--t0", "0.4"};
}

void ReplayTest::defaultSettingsOfEveryMethodAgree() {
    QFETCH(QStringList, flags);
    const ProgramRun run = fixture_->run(
        QStringList{"inpaint", "photo.png", "--mask", "mask.png", "-o", "method.png", "--prior", "./tiny"} + flags);
    QVERIFY2(run.exitCode == 0, run.messages.constData());
    const ProgramRun again = fixture_->run({"replay", "method.png.json"});
    QVERIFY2(again.exitCode == 0 && again.output.contains("the bytes agree"), again.output.constData());
}

void ReplayTest::movedFolderAgrees() {
    QDir(fixture_->home()).mkpath("moved");
    for (const char* name : {"photo.png", "mask.png", "out-1.png", "out-2.png", "out.png.json"}) {
        QVERIFY(QFile::rename(fixture_->home() + "/" + name, fixture_->home() + "/moved/" + name));
    }
    QCOMPARE(fixture_->run({"replay", "moved/out.png.json"}).exitCode, 0);
    QVERIFY(QFile::rename(fixture_->home() + "/moved/photo.png", fixture_->home() + "/elsewhere.png"));
    QCOMPARE(fixture_->run({"replay", "moved/out.png.json"}).exitCode, 2);
    QCOMPARE(fixture_->run({"replay", "moved/out.png.json", "--input", "elsewhere.png"}).exitCode, 0);
}

void ReplayTest::otherInputIsRefused() {
    writeMask(fixture_->path("mask.png"), discMask(CommandLineFixture::kSize, 20, 16, 6));
    const ProgramRun mask = replay();
    QCOMPARE(mask.exitCode, 2);
    QVERIFY2(mask.messages.contains("mask.png is not the mask of the record"), mask.messages.constData());
    writeImage(fixture_->path("photo.png"), patterned({43, 36}, 3, PixelDepth::uint8));
    const ProgramRun picture = replay();
    QCOMPARE(picture.exitCode, 2);
    QVERIFY2(picture.messages.contains("photo.png is not the input of the record"), picture.messages.constData());
}

void ReplayTest::otherWeightsAreNamed() {
    makeTinyPrior(fixture_->path("tiny"), "tiny", 2);
    const ProgramRun run = replay();
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.output.contains("the bytes differ") && run.output.contains("weights of tiny"), run.output.constData());
    QVERIFY2(run.output.contains(" dB"), run.output.constData());
}

void ReplayTest::unexplainedDifferenceIsMeasured() {
    RunRecord record = readRunRecord(fixture_->path("out.png.json"));
    record.samples[1].pixelsSha256 = std::string(64, '0');
    writeRunRecord(fixture_->path("out.png.json"), record);
    const ProgramRun run = replay();
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.output.contains("sample 1: agrees"), run.output.constData());
    QVERIFY2(run.output.contains("sample 2: no pixel of the saved file differs"), run.output.constData());
    QVERIFY2(run.output.contains("nothing recorded explains"), run.output.constData());
}

void ReplayTest::editedOutputIsNoticed() {
    writeImage(fixture_->path("out-1.png"), patterned(CommandLineFixture::kSize, 3, PixelDepth::uint8));
    const ProgramRun run = replay();
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.messages.contains("out-1.png has changed since"), run.messages.constData());
}

void ReplayTest::stoppedRunsAreRefused() {
    RunRecord record = readRunRecord(fixture_->path("out.png.json"));
    record.stoppedEarly = true;
    writeRunRecord(fixture_->path("out.png.json"), record);
    QCOMPARE(replay().exitCode, 2);
}

void ReplayTest::otherKernelsAndEstimatesAreRefused() {
    writeImage(fixture_->path("kernel.png"), patterned({5, 5}, 1, PixelDepth::uint8));
    writeImage(fixture_->path("first.png"), patterned(CommandLineFixture::kSize, 3, PixelDepth::uint8));
    const ProgramRun run =
        fixture_->run({"deblur", "photo.png", "-o", "sharp.png", "--kernel", "kernel.png", "--estimate", "first.png",
                       "--method", "ddnm", "--steps", "2", "--t0", "0.3", "--prior", "./tiny"});
    QVERIFY2(run.exitCode == 0, run.messages.constData());
    QCOMPARE(fixture_->run({"replay", "sharp.png.json"}).exitCode, 0);
    const RunRecord record = readRunRecord(fixture_->path("sharp.png.json"));
    QCOMPARE(record.kernel.path, std::string("kernel.png"));
    QCOMPARE(record.estimate.path, std::string("first.png"));
    QVERIFY(QFile::rename(fixture_->home() + "/first.png", fixture_->home() + "/elsewhere.png"));
    QCOMPARE(fixture_->run({"replay", "sharp.png.json", "--estimate", "elsewhere.png"}).exitCode, 0);
    writeImage(fixture_->path("first.png"), patterned(CommandLineFixture::kSize, 1, PixelDepth::uint8));
    const ProgramRun estimate = fixture_->run({"replay", "sharp.png.json"});
    QVERIFY2(estimate.exitCode == 2 && estimate.messages.contains("first.png is not the estimate of the record"),
             estimate.messages.constData());
    writeImage(fixture_->path("kernel.png"), patterned({7, 5}, 1, PixelDepth::uint8));
    const ProgramRun kernel = fixture_->run({"replay", "sharp.png.json", "--estimate", "elsewhere.png"});
    QVERIFY2(kernel.exitCode == 2 && kernel.messages.contains("kernel.png is not the kernel of the record"),
             kernel.messages.constData());
}

QTEST_GUILESS_MAIN(ReplayTest)
#include "replay_test.moc"
