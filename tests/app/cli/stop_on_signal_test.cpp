// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stop_on_signal.h"

#include <QTest>

#include <chrono>
#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace palimpsest;

namespace {

constexpr int kStopped = 3;
constexpr int kNotStopped = 7;

void pause(int milliseconds) { std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds)); }

/// A child process that waits for a stop request; `obeys` ends it with kStopped then, else it goes on working.
pid_t startWorker(bool obeys) {
    const pid_t child = fork();
    if (child == 0) {
        const StopOnSignal signals;
        for (int i = 0; i < 1000; ++i) {
            if (obeys && signals.token().stop_requested()) {
                _exit(kStopped);
            }
            pause(5);
        }
        _exit(kNotStopped);
    }
    pause(100);
    return child;
}

int statusOf(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}

} // namespace

/// In processes of their own, because signals are.
class StopOnSignalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstSignalAsksToStop();
    void secondSignalKills();
    void endsWithoutASignal();
};

void StopOnSignalTest::firstSignalAsksToStop() {
    for (const int signal : {SIGINT, SIGTERM}) {
        const pid_t child = startWorker(true);
        QCOMPARE(kill(child, signal), 0);
        const int status = statusOf(child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), kStopped);
    }
}

void StopOnSignalTest::secondSignalKills() {
    const pid_t child = startWorker(false);
    QCOMPARE(kill(child, SIGINT), 0);
    pause(100);
    int status = 0;
    QCOMPARE(waitpid(child, &status, WNOHANG), 0);
    QCOMPARE(kill(child, SIGINT), 0);
    status = statusOf(child);
    QVERIFY(WIFSIGNALED(status));
    QCOMPARE(WTERMSIG(status), SIGINT);
}

void StopOnSignalTest::endsWithoutASignal() {
    for (int i = 0; i < 50; ++i) {
        const StopOnSignal signals;
        QVERIFY(!signals.token().stop_requested());
    }
}

QTEST_GUILESS_MAIN(StopOnSignalTest)
#include "stop_on_signal_test.moc"
