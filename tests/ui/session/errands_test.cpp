// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/errands.h"

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

    Errand errand() {
        return {.work = {},
                .progressed = [this](const Progress& progress) { lines.append(QStringLiteral("progress %1").arg(progress.done)); },
                .noticed = [this](const std::string& sentence) { lines.append(QString::fromStdString(sentence)); },
                .failed = [this](const Error& error) { lines.append(QString::fromStdString(error.message())); },
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

class ErrandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theEndIsToldInTheGuiThread();
    void theLastProgressArrives();
    void whatFailsSaysWhy();
    void cancelledWorkDoesNothing();
    void nobodyHearsOfWhatOutlivesItsReceiver();
    void oneAfterTheOther();
};

void ErrandsTest::theEndIsToldInTheGuiThread() {
    Errands errands;
    std::thread::id worker;
    std::thread::id end;
    errands.start(this, {.work = [&](ProgressSink&, const std::stop_token&) {
                      worker = std::this_thread::get_id();
                      return [&] { end = std::this_thread::get_id(); };
                  }});
    QVERIFY(errands.isRunning());
    QTRY_VERIFY(!errands.isRunning());
    QVERIFY(end == std::this_thread::get_id());
    QVERIFY(worker != end);
}

void ErrandsTest::theLastProgressArrives() {
    Errands errands;
    Log log;
    Errand errand = log.errand();
    errand.work = [&log](ProgressSink& sink, const std::stop_token&) {
        for (int i = 1; i <= 1000; ++i) {
            sink.progressed({.done = i, .total = 1000});
        }
        sink.noticed("a fallback");
        return [&log] { log.lines.append(QStringLiteral("done")); };
    };
    errands.start(this, errand);
    QTRY_VERIFY(!errands.isRunning());
    QVERIFY(log.lines.contains(QStringLiteral("progress 1000")) && log.lines.contains(QStringLiteral("a fallback")));
    QCOMPARE(log.lines.last(), QStringLiteral("done"));
    QVERIFY(log.lines.size() < 1000); // what nobody fetched in time is replaced
}

void ErrandsTest::whatFailsSaysWhy() {
    Errands errands;
    Log log;
    Errand errand = log.errand();
    errand.work = [](ProgressSink&, const std::stop_token&) -> std::function<void()> { throw Error(ErrorCode::failed, "the disk is full"); };
    errands.start(this, errand);
    QTRY_COMPARE(log.lines, QStringList{QStringLiteral("the disk is full")});
}

void ErrandsTest::cancelledWorkDoesNothing() {
    Errands errands;
    Log log;
    Errand errand = log.errand();
    errand.work = [](ProgressSink&, const std::stop_token& stop) -> std::function<void()> {
        waitForStop(stop);
        return {};
    };
    const JobId id = errands.start(this, errand);
    QTest::qWait(10);
    QVERIFY(log.lines.isEmpty());
    errands.cancel(id);
    QTRY_COMPARE(log.lines, QStringList{QStringLiteral("cancelled")});
    errands.cancel(id); // it has ended: nothing happens
}

void ErrandsTest::nobodyHearsOfWhatOutlivesItsReceiver() {
    Errands errands;
    Log log;
    auto receiver = std::make_unique<QObject>();
    std::atomic<bool> wasStopped = false;
    Errand errand = log.errand();
    errand.work = [&wasStopped](ProgressSink&, const std::stop_token& stop) -> std::function<void()> {
        while (!stop.stop_requested()) {
            std::this_thread::sleep_for(1ms);
        }
        wasStopped = true;
        throw Cancelled();
    };
    errands.start(receiver.get(), errand);
    QTest::qWait(10);
    receiver.reset();
    QTRY_VERIFY(!errands.isRunning());
    QVERIFY(wasStopped);
    QVERIFY(log.lines.isEmpty());
}

void ErrandsTest::oneAfterTheOther() {
    Errands errands;
    QStringList order;
    for (const char* name : {"first", "second", "third"}) {
        errands.start(this, {.work = [&order, name](ProgressSink&, const std::stop_token&) {
                          return [&order, name] { order.append(QString::fromLatin1(name)); };
                      }});
    }
    QTRY_COMPARE(order.join(QLatin1Char(' ')), QStringLiteral("first second third"));
}

QTEST_GUILESS_MAIN(ErrandsTest)
#include "errands_test.moc"
