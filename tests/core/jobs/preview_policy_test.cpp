// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/preview_policy.h"

#include <QTest>

using namespace palimpsest;
using namespace std::chrono_literals;

class PreviewPolicyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstAndLastAlwaysPass() {
        PreviewPolicy::Clock::time_point now{};
        PreviewPolicy policy(10, [&] { return now; });
        QVERIFY(policy.admits());
        QVERIFY(!policy.admits());
        QVERIFY(policy.admits(true));
        QVERIFY(policy.admits(true));
    }

    void atMostSoManyASecond() {
        PreviewPolicy::Clock::time_point now{};
        PreviewPolicy policy(10, [&] { return now; });
        int shown = 0;
        for (int millisecond = 0; millisecond < 1000; ++millisecond) {
            shown += policy.admits();
            now += 1ms;
        }
        QCOMPARE(shown, 10);
    }

    void slowFramesAllPass() {
        PreviewPolicy::Clock::time_point now{};
        PreviewPolicy policy(10, [&] { return now; });
        for (int i = 0; i < 20; ++i) {
            QVERIFY(policy.admits());
            now += 100ms;
        }
    }
};

QTEST_GUILESS_MAIN(PreviewPolicyTest)
#include "preview_policy_test.moc"
