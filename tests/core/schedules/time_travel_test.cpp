// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/schedules/catalogue.h"
#include "core/schedules/time_travel.h"
#include "core/schedules/timestep_spacing.h"

#include <QTest>

using namespace palimpsest;

namespace {

std::vector<Step> steps(int count) { return spacedSteps(makeSchedule("linear"), TimestepSpacing::leading, count); }

} // namespace

class TimeTravelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutRepeatsNothingChanges() { QCOMPARE(withTimeTravel(steps(20), {.length = 3, .repeats = 1}), steps(20)); }

    /// Lugmayr et al. 2022, appendix: t_T = 250, jump length 10, 10 samples.
    void hasTheLengthOfThePaper() { QCOMPARE(withTimeTravel(steps(250), {10, 10}).size(), std::size_t{2410}); }

    void stretchesAreRepeatedFromTheEnd() {
        const std::vector<Step> plain = steps(6);
        const std::vector<Step> walked = withTimeTravel(plain, {.length = 2, .repeats = 2});
        const std::vector<int> expected{0, 1, 2, 1, 2, 3, 4, 3, 4, 5}; // stretches 1-2 and 3-4, the last step alone
        QCOMPARE(walked.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            Step step = plain[static_cast<std::size_t>(expected[i])];
            step.index = static_cast<int>(i);
            step.count = static_cast<int>(expected.size());
            QCOMPARE(walked[i], step);
        }
    }

    /// A step either goes on where the one before arrived, or leaves from more noise.
    void goesOnOrBackNeverAhead() {
        const std::vector<Step> walked = withTimeTravel(steps(40), {.length = 4, .repeats = 3});
        int back = 0;
        for (std::size_t i = 1; i < walked.size(); ++i) {
            QVERIFY(walked[i].alphaBar <= walked[i - 1].alphaBarNext);
            back += walked[i].alphaBar < walked[i - 1].alphaBarNext ? 1 : 0;
        }
        QCOMPARE(back, 2 * 9);
        QVERIFY(walked.back().reachesCleanPicture());
    }

    void aRunShorterThanTheStretchIsWalkedOnce() { QCOMPARE(withTimeTravel(steps(4), {10, 5}).size(), std::size_t{4}); }

    void refusesNonsense() {
        QVERIFY_EXCEPTION_THROWN(withTimeTravel(steps(4), {0, 5}), Bug);
        QVERIFY_EXCEPTION_THROWN(withTimeTravel(steps(4), {2, 0}), Bug);
    }
};

QTEST_GUILESS_MAIN(TimeTravelTest)
#include "time_travel_test.moc"
