// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/command_line_fixture.h"

#include <QTest>

using namespace palimpsest;

/// One training step through the program, and a run with the prior that it made.
class TrainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTrainedPriorIsUsable();
};

void TrainTest::aTrainedPriorIsUsable() {
    const CommandLineFixture fixture;
    QDir(fixture.home()).mkpath("pictures/inner");
    for (const char* name : {"pictures/a.png", "pictures/b.png", "pictures/inner/c.png"}) {
        writeImage(fixture.path(name), patterned({80, 72}, 3, PixelDepth::uint8));
    }
    const ProgramRun train = fixture.run({"train", "pictures", "-o", "mine", "--id", "mine", "--title", "Mine",
                                          "--steps", "1", "--batch", "1", "--crop", "32", "--device", "cpu", "--json"});
    QVERIFY2(train.exitCode == 0, train.output.constData());
    const auto events = eventsOf(train.output);
    QVERIFY(events.back().at("event") == "finished");
    const QString prior = QString::fromStdString(events.back().at("prior"));
    const ProgramRun verify = fixture.run({"models", "verify", "./" + prior});
    QVERIFY2(verify.exitCode == 0, verify.messages.constData());
    const ProgramRun run = fixture.run({"inpaint", "photo.png", "--mask", "mask.png", "-o", "out.png", "--prior",
                                        "./" + prior, "--method", "ddnm", "--steps", "1"});
    QVERIFY2(run.exitCode == 0, run.messages.constData());
}

QTEST_GUILESS_MAIN(TrainTest)
#include "train_test.moc"
