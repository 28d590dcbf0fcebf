// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/schedules/catalogue.h"

#include <QTest>
#include <nlohmann/json.hpp>

#include <cmath>

using namespace palimpsest;

namespace {

void compareRelative(double found, double expected, double tolerance = 1e-12) {
    QVERIFY2(std::abs(found - expected) <= tolerance * std::abs(expected),
             qPrintable(QString("%1, expected %2").arg(found, 0, 'g', 17).arg(expected, 0, 'g', 17)));
}

} // namespace

class NoiseScheduleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void timeMinusOneIsClean() {
        const NoiseSchedule schedule({0.9, 0.5});
        QCOMPARE(schedule.alphaBar(-1), 1.0);
        QCOMPARE(schedule.sigma(-1), 0.0);
        QCOMPARE(schedule.alphaBar(1), 0.5);
        compareRelative(schedule.sigma(1), std::sqrt(0.5));
        QVERIFY_EXCEPTION_THROWN(schedule.alphaBar(2), Bug);
        QVERIFY_EXCEPTION_THROWN(schedule.alphaBar(-2), Bug);
    }

    void refusesWhatDoesNotFall() {
        for (const std::vector<double>& bad :
             {std::vector<double>{}, {0.9, 0.9}, {0.5, 0.6}, {1.0, 0.5}, {0.5, 0.0}, {0.5, std::nan("")}}) {
            QVERIFY_EXCEPTION_THROWN(NoiseSchedule{bad}, Error);
        }
    }

    /// Worked out by the formulas of the papers with 40 digits.
    void knownValues_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("time");
        QTest::addColumn<double>("alphaBar");
        QTest::newRow("linear first") << "linear" << 0 << 0.9999;
        QTest::newRow("linear middle") << "linear" << 499 << 0.078587242881778237;
        QTest::newRow("linear last") << "linear" << 999 << 4.0358297653756834e-05;
        QTest::newRow("scaled-linear first") << "scaled-linear" << 0 << 0.99915;
        QTest::newRow("scaled-linear last") << "scaled-linear" << 999 << 0.0046600985130772404;
        QTest::newRow("ve first") << "ve" << 0 << 1 / 1.0001;
        QTest::newRow("ve last") << "ve" << 999 << 1 / (1 + 378.0 * 378.0);
        QTest::newRow("cosine middle") << "cosine" << 499 << 0.49384359044063775;
    }

    void knownValues() {
        QFETCH(const QString, id);
        QFETCH(const int, time);
        QFETCH(const double, alphaBar);
        compareRelative(makeSchedule(id.toStdString()).alphaBar(time), alphaBar, 1e-9);
    }

    void cosineEndsWithTheClippedBeta() {
        const NoiseSchedule schedule = makeSchedule("cosine");
        compareRelative(1 - schedule.alphaBar(999) / schedule.alphaBar(998), 0.999, 1e-9);
    }

    void everyEntryHoldsToItsParameters() {
        for (const ScheduleEntry& entry : scheduleCatalogue()) {
            const std::string id(entry.id);
            QCOMPARE(makeSchedule(id).size(), 1000);
            QCOMPARE(makeSchedule(id, {{"times", std::int64_t{40}}}).size(), 40);
            QVERIFY_EXCEPTION_THROWN(makeSchedule(id, {{"times", std::int64_t{1}}}), Error);
            QVERIFY_EXCEPTION_THROWN(makeSchedule(id, {{"no-such", 1.0}}), Error);
            const ParameterValues complete = validated(entry.schemas(), {}, Message("%1", id));
            QCOMPARE(makeSchedule(id, parametersFromJson(entry.schemas(), toJson(complete), Message("%1", id))),
                     makeSchedule(id));
        }
        QVERIFY_EXCEPTION_THROWN(makeSchedule("sigmoid"), Error);
    }
};

QTEST_GUILESS_MAIN(NoiseScheduleTest)
#include "noise_schedule_test.moc"
