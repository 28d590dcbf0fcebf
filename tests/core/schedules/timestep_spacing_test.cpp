// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/schedules/catalogue.h"
#include "core/schedules/timestep_spacing.h"

#include <QTest>

using namespace palimpsest;

class TimestepSpacingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesGoBothWays() {
        QCOMPARE(timestepSpacing("leading"), TimestepSpacing::leading);
        QCOMPARE(timestepSpacing("quadratic"), TimestepSpacing::quadratic);
        QVERIFY_EXCEPTION_THROWN(timestepSpacing("karras"), Error);
    }

    void fourOfTwelve() {
        QCOMPARE(spacedTimes(TimestepSpacing::leading, 12, 4), (std::vector{9, 6, 3, 0}));
        QCOMPARE(spacedTimes(TimestepSpacing::trailing, 12, 4), (std::vector{11, 8, 5, 2}));
        QCOMPARE(spacedTimes(TimestepSpacing::linspace, 12, 4), (std::vector{11, 7, 4, 0}));
        QCOMPARE(spacedTimes(TimestepSpacing::quadratic, 12, 4), (std::vector{11, 5, 1, 0}));
    }

    /// Quadratic rounds many small times to the same number; they must stay distinct and inside.
    void timesFallInsideTheRangeForEveryCount() {
        for (const std::string& name : timestepSpacingNames()) {
            for (const int range : {1, 2, 7, 50}) {
                for (int count = 1; count <= range; ++count) {
                    const auto times = spacedTimes(timestepSpacing(name), range, count);
                    QCOMPARE(static_cast<int>(times.size()), count);
                    QVERIFY(times.front() < range && times.back() >= 0);
                    for (std::size_t i = 1; i < times.size(); ++i) {
                        QVERIFY(times[i] < times[i - 1]);
                    }
                }
                QCOMPARE(spacedTimes(timestepSpacing(name), range, range).front(), range - 1);
            }
        }
    }

    void refusesImpossibleCounts() {
        for (const int count : {-1, 0, 13}) {
            QVERIFY_EXCEPTION_THROWN(spacedTimes(TimestepSpacing::leading, 12, count), Error);
        }
    }

    void stepsJoinAndEndClean() {
        const NoiseSchedule schedule = makeSchedule("linear");
        const auto steps = spacedSteps(schedule, TimestepSpacing::trailing, 50);
        QCOMPARE(steps.size(), std::size_t{50});
        QCOMPARE(steps.front().modelTime, 999.0);
        QCOMPARE(steps.front().alphaBar, schedule.alphaBar(999));
        for (std::size_t i = 0; i < steps.size(); ++i) {
            QCOMPARE(steps[i].index, static_cast<int>(i));
            QCOMPARE(steps[i].count, 50);
            QCOMPARE(steps[i].alphaBar, schedule.alphaBar(static_cast<int>(steps[i].modelTime)));
            QCOMPARE(steps[i].alphaBarNext, i + 1 < steps.size() ? steps[i + 1].alphaBar : 1.0);
        }
        QVERIFY(steps.back().reachesCleanPicture());
        QCOMPARE(steps.back().posteriorVariance(), 0.0);
    }

    void allTimesGiveTheScheduleItself() {
        const auto steps = spacedSteps(makeSchedule("linear"), TimestepSpacing::leading, 1000);
        QVERIFY(std::abs(steps.front().beta() - 0.02) < 1e-12);
        QVERIFY(std::abs(steps.back().beta() - 1e-4) < 1e-12);
    }

    void t0ShortensTheRange() {
        const NoiseSchedule schedule = makeSchedule("linear");
        QCOMPARE(timesBelow(schedule, 1), 1000);
        QCOMPARE(timesBelow(schedule, 0.2), 200);
        QCOMPARE(timesBelow(schedule, 1e-9), 1);
        const auto steps = spacedSteps(schedule, TimestepSpacing::trailing, 20, 0.2);
        QCOMPARE(steps.size(), std::size_t{20});
        QCOMPARE(steps.front().modelTime, 199.0);
        QCOMPARE(spacedSteps(schedule, TimestepSpacing::trailing, 500, 0.2).size(), std::size_t{200});
        for (const double wrong : {0.0, -0.1, 1.01, std::nan("")}) {
            QVERIFY_EXCEPTION_THROWN(timesBelow(schedule, wrong), Error);
        }
    }
};

QTEST_GUILESS_MAIN(TimestepSpacingTest)
#include "timestep_spacing_test.moc"
