// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/latest.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace palimpsest;

class LatestTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNewestReplacesTheLast() {
        Latest<int> box;
        QVERIFY(box.isEmpty());
        QVERIFY(!box.take());
        QVERIFY(box.put(1)); // the reader has to be woken
        QVERIFY(!box.put(2));
        QCOMPARE(*box.take(), 2);
        QVERIFY(box.isEmpty());
        QVERIFY(box.put(3));
    }

    void theLastAlwaysArrives() {
        for (int round = 0; round < 20; ++round) {
            constexpr int kLast = 5000;
            Latest<int> box;
            int seen = 0;
            bool isAscending = true;
            {
                const std::jthread writer([&] {
                    for (int i = 1; i <= kLast; ++i) {
                        box.put(i);
                    }
                });
                while (seen < kLast) {
                    if (const auto value = box.take()) {
                        isAscending = isAscending && *value > seen;
                        seen = *value;
                    }
                }
            }
            QCOMPARE(seen, kLast);
            QVERIFY(isAscending);
        }
    }
};

QTEST_GUILESS_MAIN(LatestTest)
#include "latest_test.moc"
