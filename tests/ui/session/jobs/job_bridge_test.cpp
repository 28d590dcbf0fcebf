// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_engine.h"
#include "tests/support/test_pictures.h"
#include "ui/session/jobs/job_bridge.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <mutex>
#include <vector>

using namespace palimpsest;
using namespace palimpsest::ui;
using namespace std::chrono_literals;

namespace {

constexpr Size kSize{40, 30};

RunOrder order(int run, int samples = 1) {
    RestoreSpec spec;
    spec.seed = 5;
    spec.samples = samples;
    return {.run = run,
            .spec = spec,
            .input = {directReconstruction(kSize, 200), maskOf(kSize, [](int x, int) { return x < 10 ? 255 : 0; }), {}},
            .store = [](const Image&, int) {},
            .previewsPerSecond = 1000};
}

/// Everything that a bridge says, as words in order.
struct Listener {
    explicit Listener(JobBridge& bridge) {
        QObject::connect(&bridge, &JobBridge::sampleFinished, [this](int run, const Image& image, int index) {
            words.append(QStringLiteral("sample %1.%2").arg(run).arg(index));
            images.push_back(image);
        });
        QObject::connect(&bridge, &JobBridge::finished, [this](int run, const RestoreResult& result) {
            words.append(QStringLiteral("finished %1%2")
                             .arg(run)
                             .arg(result.stoppedEarly ? QStringLiteral(" early") : QString()));
        });
        QObject::connect(&bridge, &JobBridge::failed, [this](int run, const Error& error) {
            words.append(QStringLiteral("failed %1 %2").arg(run).arg(QString::fromStdString(error.message().text())));
        });
        QObject::connect(&bridge, &JobBridge::cancelled,
                         [this](int run) { words.append(QStringLiteral("cancelled %1").arg(run)); });
        QObject::connect(&bridge, &JobBridge::progressed, [this](const Progress& progress) { last = progress; });
        QObject::connect(&bridge, &JobBridge::previewed, [this] { ++previews; });
    }

    QStringList words;
    std::vector<Image> images;
    Progress last;
    int previews = 0;
};

} // namespace

class JobBridgeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsAllOfARun();
    void runsOneAfterTheOther();
    void manyUpdatesBecomeFewAndTheLastArrives();
    void cancelStopsSoon();
    void aWaitingRunCanBeCancelled();
    void keepGivesTheEstimate();
    void anErrorArrivesAsItIs();
    void samplesAreStoredOnTheWorkersThreadFirst();
    void nothingIsToldAfterAbandon();
    void destructionWhileRunning();
    void previewsCanBeOff();
};

void JobBridgeTest::tellsAllOfARun() {
    JobBridge bridge;
    Listener heard(bridge);
    bridge.start(std::make_shared<FakeEngine>(), order(3, 2));
    QVERIFY(bridge.isRunning());
    QCOMPARE(bridge.currentRun(), 3);
    QTRY_VERIFY(!bridge.isRunning());
    QCOMPARE(heard.words,
             QStringList({QStringLiteral("sample 3.0"), QStringLiteral("sample 3.1"), QStringLiteral("finished 3")}));
    QVERIFY(heard.previews > 0);
    QCOMPARE(heard.last.done, std::int64_t{12});
    QVERIFY(heard.images[1] == fakeResult(order(1).input.picture(), order(1).input.mask, fakeLevel(5, 1)));
}

void JobBridgeTest::runsOneAfterTheOther() {
    JobBridge bridge;
    Listener heard(bridge);
    const auto engine = std::make_shared<FakeEngine>();
    for (const int run : {1, 2, 3}) {
        bridge.start(engine, order(run));
    }
    QCOMPARE(bridge.waiting(), 2);
    QTRY_VERIFY(!bridge.isRunning());
    QCOMPARE(heard.words.filter(QStringLiteral("finished")),
             QStringList({QStringLiteral("finished 1"), QStringLiteral("finished 2"), QStringLiteral("finished 3")}));
}

void JobBridgeTest::manyUpdatesBecomeFewAndTheLastArrives() {
    JobBridge bridge;
    Listener heard(bridge);
    QSignalSpy updates(&bridge, &JobBridge::progressed);
    const auto engine = std::make_shared<FakeEngine>(FakeEngine::Options{.steps = 5000, .stepTime = 0ms});
    bridge.start(engine, order(1));
    for (int i = 0; i < 4000 && engine->finishedRuns() == 0; ++i) {
        QTest::qSleep(5); // the worker runs ahead while the GUI thread does not look
    }
    QTRY_VERIFY(!bridge.isRunning());
    QCOMPARE(heard.last.done, std::int64_t{5000});
    QVERIFY2(updates.count() <= 2, qPrintable(QString::number(updates.count())));
}

void JobBridgeTest::cancelStopsSoon() {
    JobBridge bridge;
    Listener heard(bridge);
    bridge.start(std::make_shared<FakeEngine>(FakeEngine::Options{.steps = 1000000, .stepTime = 1ms}), order(1));
    QTRY_VERIFY(heard.last.done > 2);
    bridge.cancel();
    QTRY_VERIFY_WITH_TIMEOUT(!bridge.isRunning(), 2000);
    QCOMPARE(heard.words, QStringList({QStringLiteral("cancelled 1")}));
}

void JobBridgeTest::aWaitingRunCanBeCancelled() {
    JobBridge bridge;
    Listener heard(bridge);
    const auto slow = std::make_shared<FakeEngine>(FakeEngine::Options{.steps = 1000000, .stepTime = 1ms});
    bridge.start(slow, order(1));
    bridge.start(slow, order(2));
    bridge.cancelAll();
    QTRY_VERIFY(!bridge.isRunning());
    QCOMPARE(heard.words, QStringList({QStringLiteral("cancelled 1"), QStringLiteral("cancelled 2")}));
    QCOMPARE(slow->runs() <= 1, true);
}

void JobBridgeTest::keepGivesTheEstimate() {
    JobBridge bridge;
    Listener heard(bridge);
    bridge.start(std::make_shared<FakeEngine>(FakeEngine::Options{.steps = 1000000, .stepTime = 1ms}), order(1, 4));
    QTRY_VERIFY(heard.last.done > 2);
    bridge.keep();
    QTRY_VERIFY(!bridge.isRunning());
    QCOMPARE(heard.words, QStringList({QStringLiteral("sample 1.0"), QStringLiteral("finished 1 early")}));
}

void JobBridgeTest::anErrorArrivesAsItIs() {
    JobBridge bridge;
    Listener heard(bridge);
    const Error error(ErrorCode::outOfMemory, "memory ran out", "use a smaller tile");
    bridge.start(std::make_shared<FakeEngine>(FakeEngine::Options{.failure = error}), order(1));
    QTRY_VERIFY(!bridge.isRunning());
    QCOMPARE(heard.words, QStringList({QStringLiteral("failed 1 memory ran out")}));
}

void JobBridgeTest::samplesAreStoredOnTheWorkersThreadFirst() {
    JobBridge bridge;
    std::mutex mutex;
    std::vector<std::thread::id> threads;
    RunOrder wanted = order(1, 2);
    wanted.store = [&](const Image&, int) {
        const std::scoped_lock lock(mutex);
        threads.push_back(std::this_thread::get_id());
    };
    bool wasStoredFirst = true;
    connect(&bridge, &JobBridge::sampleFinished, this, [&](int, const Image&, int index) {
        const std::scoped_lock lock(mutex);
        wasStoredFirst = wasStoredFirst && threads.size() > static_cast<std::size_t>(index);
    });
    bridge.start(std::make_shared<FakeEngine>(), wanted);
    QTRY_VERIFY(!bridge.isRunning());
    QCOMPARE(threads.size(), std::size_t(2));
    QVERIFY(threads[0] != std::this_thread::get_id());
    QVERIFY(wasStoredFirst);
}

void JobBridgeTest::nothingIsToldAfterAbandon() {
    JobBridge bridge;
    Listener heard(bridge);
    std::atomic<int> stored{0};
    RunOrder wanted = order(1);
    wanted.store = [&](const Image&, int) { ++stored; };
    bridge.start(std::make_shared<FakeEngine>(FakeEngine::Options{.steps = 50, .stepTime = 1ms}), wanted);
    QTRY_VERIFY(heard.last.done > 2);
    bridge.abandon();
    QVERIFY(!bridge.isRunning());
    QTest::qWait(150);
    QVERIFY(heard.words.isEmpty());
    QCOMPARE(stored.load(), 0);
}

void JobBridgeTest::destructionWhileRunning() {
    const auto engine = std::make_shared<FakeEngine>(FakeEngine::Options{.steps = 1000000, .stepTime = 0ms});
    for (int i = 0; i < 50; ++i) {
        auto bridge = std::make_unique<JobBridge>();
        bridge->start(engine, order(1));
        bridge->start(engine, order(2));
        QTest::qSleep(i % 4);
        if (i % 2 == 0) {
            QCoreApplication::processEvents();
        }
        bridge.reset();
        QCoreApplication::processEvents();
    }
    QVERIFY(engine->runs() > 0);
}

void JobBridgeTest::previewsCanBeOff() {
    JobBridge bridge;
    Listener heard(bridge);
    RunOrder wanted = order(1);
    wanted.previewsPerSecond = 0;
    bridge.start(std::make_shared<FakeEngine>(), wanted);
    QTRY_VERIFY(!bridge.isRunning());
    QCOMPARE(heard.previews, 0);
}

QTEST_GUILESS_MAIN(JobBridgeTest)
#include "job_bridge_test.moc"
