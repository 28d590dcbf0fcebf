// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/jobs/background_tasks.h"

#include <QStringList>
#include <QTest>

#include <atomic>
#include <memory>
#include <thread>

using namespace palimpsest;
using namespace palimpsest::ui;
using namespace std::chrono_literals;

namespace {

/// Writes down what it is told, in order.
struct Log {
    QStringList lines;

    BackgroundTask task() {
        return {
            .work = {},
            .progressed =
                [this](const Progress& progress) { lines.append(QStringLiteral("progress %1").arg(progress.done)); },
            .noticed = [this](const Message& sentence) { lines.append(QString::fromStdString(sentence.text())); },
            .failed = [this](const Error& error) { lines.append(QString::fromStdString(error.message().text())); },
            .cancelled = [this] { lines.append(QStringLiteral("cancelled")); }};
    }
};

void waitForStop(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        std::this_thread::sleep_for(1ms);
    }
    throw Cancelled();
}

} // namespace

class BackgroundTasksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theEndIsToldInTheGuiThread();
    void theLastProgressArrives();
    void whatFailsSaysWhy();
    void cancelledWorkDoesNothing();
    void nobodyHearsOfWhatOutlivesItsReceiver();
    void oneAfterTheOther();
};

void BackgroundTasksTest::theEndIsToldInTheGuiThread() {
    BackgroundTasks tasks;
    std::thread::id worker;
    std::thread::id end;
    tasks.start(this, {.work = [&](ProgressSink&, const std::stop_token&) {
                    worker = std::this_thread::get_id();
                    return [&] { end = std::this_thread::get_id(); };
                }});
    QVERIFY(tasks.isRunning());
    QTRY_VERIFY(!tasks.isRunning());
    QVERIFY(end == std::this_thread::get_id());
    QVERIFY(worker != end);
}

void BackgroundTasksTest::theLastProgressArrives() {
    BackgroundTasks tasks;
    Log log;
    BackgroundTask task = log.task();
    task.work = [&log](ProgressSink& sink, const std::stop_token&) {
        for (int i = 1; i <= 1000; ++i) {
            sink.progressed({.done = i, .total = 1000});
        }
        sink.noticed("a fallback");
        return [&log] { log.lines.append(QStringLiteral("done")); };
    };
    tasks.start(this, task);
    QTRY_VERIFY(!tasks.isRunning());
    QVERIFY(log.lines.contains(QStringLiteral("progress 1000")) && log.lines.contains(QStringLiteral("a fallback")));
    QCOMPARE(log.lines.last(), QStringLiteral("done"));
    QVERIFY(log.lines.size() < 1000); // what nobody fetched in time is replaced
}

void BackgroundTasksTest::whatFailsSaysWhy() {
    BackgroundTasks tasks;
    Log log;
    BackgroundTask task = log.task();
    task.work = [](ProgressSink&, const std::stop_token&) -> std::function<void()> {
        throw Error(ErrorCode::failed, "the disk is full");
    };
    tasks.start(this, task);
    QTRY_COMPARE(log.lines, QStringList{QStringLiteral("the disk is full")});
}

void BackgroundTasksTest::cancelledWorkDoesNothing() {
    BackgroundTasks tasks;
    Log log;
    BackgroundTask task = log.task();
    task.work = [](ProgressSink&, const std::stop_token& stop) -> std::function<void()> {
        waitForStop(stop);
        return {};
    };
    const JobId id = tasks.start(this, task);
    QTest::qWait(10);
    QVERIFY(log.lines.isEmpty());
    tasks.cancel(id);
    QTRY_COMPARE(log.lines, QStringList{QStringLiteral("cancelled")});
    tasks.cancel(id); // it has ended: nothing happens
}

void BackgroundTasksTest::nobodyHearsOfWhatOutlivesItsReceiver() {
    BackgroundTasks tasks;
    Log log;
    auto receiver = std::make_unique<QObject>();
    std::atomic<bool> wasStopped = false;
    BackgroundTask task = log.task();
    task.work = [&wasStopped](ProgressSink&, const std::stop_token& stop) -> std::function<void()> {
        while (!stop.stop_requested()) {
            std::this_thread::sleep_for(1ms);
        }
        wasStopped = true;
        throw Cancelled();
    };
    tasks.start(receiver.get(), task);
    QTest::qWait(10);
    receiver.reset();
    QTRY_VERIFY(!tasks.isRunning());
    QVERIFY(wasStopped);
    QVERIFY(log.lines.isEmpty());
}

void BackgroundTasksTest::oneAfterTheOther() {
    BackgroundTasks tasks;
    QStringList order;
    for (const char* name : {"first", "second", "third"}) {
        tasks.start(this, {.work = [&order, name](ProgressSink&, const std::stop_token&) {
                        return [&order, name] { order.append(QString::fromLatin1(name)); };
                    }});
    }
    QTRY_COMPARE(order.join(QLatin1Char(' ')), QStringLiteral("first second third"));
}

QTEST_GUILESS_MAIN(BackgroundTasksTest)
#include "background_tasks_test.moc"
