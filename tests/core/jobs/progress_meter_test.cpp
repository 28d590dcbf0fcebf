// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/progress_meter.h"

#include <QTest>

#include <thread>
#include <vector>

using namespace palimpsest;

namespace {

class Recorder : public ProgressSink {
public:
    void progressed(const Progress& progress) override { told.push_back(progress); }
    std::vector<Progress> told;
};

} // namespace

class ProgressMeterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void evaluationsAreCountedUnderTheirPhase() {
        Recorder recorder;
        ProgressMeter meter(recorder, 3, 300);
        meter.phase(Message("level %1 of %2", 1, 2));
        meter.evaluated(100);
        meter.evaluated(100);
        QCOMPARE(recorder.told.size(), std::size_t{3});
        QCOMPARE(recorder.told.back().done, 2);
        QCOMPARE(recorder.told.back().total, 3);
        QCOMPARE(meter.evaluations(), 2);
        QVERIFY(recorder.told.back().phase == Message("level %1 of %2", 1, 2));
    }

    /// The first evaluation warms up and tells nothing; later ones tell by their pixels.
    void timeLeftFollowsThePixels() {
        Recorder recorder;
        ProgressMeter meter(recorder, 4, 1000);
        meter.evaluated(100);
        QVERIFY(recorder.told.back().secondsLeft < 0);
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        meter.evaluated(100);
        QVERIFY(recorder.told.back().secondsLeft >= 8 * 0.02); // 800 of 1000 pixels are left
    }

    void timeInTheNetworkIsThatOfTheScopes() {
        Recorder recorder;
        ProgressMeter meter(recorder, 1, 1);
        {
            const NetworkTime time(meter);
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        QVERIFY(meter.secondsInNetwork() >= 0.005 && meter.secondsInNetwork() <= meter.secondsElapsed());
    }
};

QTEST_GUILESS_MAIN(ProgressMeterTest)
#include "progress_meter_test.moc"
