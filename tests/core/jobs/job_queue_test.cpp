// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/job_queue.h"

#include <QTest>

#include <atomic>
#include <chrono>
#include <latch>
#include <new>
#include <set>

using namespace palimpsest;
using namespace std::chrono_literals;

namespace {

/// Works until it is asked to stop.
void untilStopped(ProgressSink&, const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        std::this_thread::sleep_for(100us);
    }
    throw Cancelled();
}

class CountingSink : public ProgressSink {
public:
    void progressed(const Progress& progress) override { last = progress.done; }
    std::atomic<std::int64_t> last{0};
};

/// Collects outcomes from the worker threads.
class Outcomes {
public:
    std::function<void(const JobOutcome&)> collector() {
        return [this](const JobOutcome& outcome) {
            const std::scoped_lock lock(mutex_);
            all_.push_back(outcome);
        };
    }
    std::vector<JobOutcome> all() const {
        const std::scoped_lock lock(mutex_);
        return all_;
    }

private:
    mutable std::mutex mutex_;
    std::vector<JobOutcome> all_;
};

} // namespace

class JobQueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsInOrderAndReports() {
        Outcomes outcomes;
        std::vector<int> order;
        JobQueue queue;
        for (int i = 0; i < 20; ++i) {
            queue.enqueue(
                {[&order, i](ProgressSink&, std::stop_token) { order.push_back(i); }, nullptr, outcomes.collector()});
        }
        queue.waitForAll();
        QCOMPARE(order.size(), 20u);
        QVERIFY(std::is_sorted(order.begin(), order.end()));
        QCOMPARE(outcomes.all().size(), 20u);
        for (const JobOutcome& outcome : outcomes.all()) {
            QVERIFY(outcome.state == JobState::done && !outcome.error);
            QVERIFY(queue.state(outcome.id) == JobState::done);
        }
        QVERIFY_THROWS_EXCEPTION(Bug, queue.state(99));
    }

    void errorsAreTranslatedOnce() {
        Outcomes outcomes;
        JobQueue queue;
        const auto thrower = [&](auto exception) {
            const JobId id = queue.enqueue(
                {[=](ProgressSink&, std::stop_token) { throw exception; }, nullptr, outcomes.collector()});
            queue.wait(id);
            return outcomes.all().back();
        };
        const JobOutcome ours = thrower(Error(ErrorCode::badInput, "the mask is empty", "paint one"));
        QVERIFY(ours.state == JobState::failed && ours.error->code() == ErrorCode::badInput);
        QCOMPARE(ours.error->message().text(), std::string("the mask is empty"));
        QVERIFY(thrower(std::bad_alloc()).error->code() == ErrorCode::outOfMemory);
        QVERIFY(thrower(std::runtime_error("odd")).error->code() == ErrorCode::failed);
        QVERIFY(thrower(42).error->code() == ErrorCode::failed);
        QVERIFY(thrower(Cancelled()).state == JobState::cancelled);
    }

    void cancelsOneRunningJob() {
        Outcomes outcomes;
        JobQueue queue;
        const JobId first = queue.enqueue({untilStopped, nullptr, outcomes.collector()});
        const JobId second = queue.enqueue({[](ProgressSink&, std::stop_token) {}, nullptr, outcomes.collector()});
        while (queue.state(first) == JobState::queued) {
            std::this_thread::yield();
        }
        queue.cancel(first);
        queue.wait(second);
        QVERIFY(queue.state(first) == JobState::cancelled);
        QVERIFY(queue.state(second) == JobState::done);
        queue.cancel(second); // too late
        queue.cancel(1234);   // unknown
        QVERIFY(queue.state(second) == JobState::done);
    }

    void aWaitingJobIsCancelledAtOnceAndNeverRuns() {
        Outcomes outcomes;
        std::atomic<bool> ran{false};
        JobQueue queue;
        const JobId first = queue.enqueue({untilStopped, nullptr, outcomes.collector()});
        const JobId second =
            queue.enqueue({[&](ProgressSink&, std::stop_token) { ran = true; }, nullptr, outcomes.collector()});
        queue.cancel(second);
        QVERIFY(queue.state(second) == JobState::cancelled);
        queue.cancelAll();
        queue.wait(first);
        queue.wait(second);
        QVERIFY(!ran);
        QCOMPARE(outcomes.all().size(), 2u);
        QVERIFY(outcomes.all().back().state == JobState::cancelled);
    }

    void aJobThatEndsInSpiteOfCancellationIsDone() {
        JobQueue queue;
        std::latch started(1);
        const JobId id = queue.enqueue({[&](ProgressSink&, std::stop_token stop) {
            started.count_down();
            while (!stop.stop_requested()) {
                std::this_thread::yield();
            }
        }});
        started.wait();
        queue.cancel(id);
        queue.wait(id);
        QVERIFY(queue.state(id) == JobState::done);
    }

    void progressReachesTheSink() {
        const auto sink = std::make_shared<CountingSink>();
        JobQueue queue;
        queue.wait(queue.enqueue({[](ProgressSink& to, std::stop_token) {
                                      for (int i = 1; i <= 100; ++i) {
                                          to.progressed({.done = i, .total = 100});
                                      }
                                  },
                                  sink}));
        QCOMPARE(sink->last.load(), 100);
    }

    void severalWorkersRunSideBySide() {
        JobQueue queue(3);
        std::latch meeting(3); // passes only if all three run at once
        for (int i = 0; i < 3; ++i) {
            queue.enqueue({[&](ProgressSink&, std::stop_token) { meeting.arrive_and_wait(); }});
        }
        queue.waitForAll();
    }

    void jobsMayEnqueueJobs() {
        JobQueue queue;
        std::atomic<int> count{0};
        const JobId id = queue.enqueue({[&](ProgressSink&, std::stop_token) {
            queue.enqueue({[&](ProgressSink&, std::stop_token) { ++count; }});
            ++count;
        }});
        queue.wait(id);
        queue.waitForAll();
        QCOMPARE(count.load(), 2);
    }

    void destructionWhileRunningIsClean() {
        for (int round = 0; round < 200; ++round) {
            std::atomic<int> outcomes{0};
            {
                JobQueue queue(1 + round % 3);
                for (int i = 0; i < 5; ++i) {
                    queue.enqueue({untilStopped, nullptr, [&](const JobOutcome& outcome) {
                                       QVERIFY(outcome.state == JobState::cancelled);
                                       ++outcomes;
                                   }});
                }
                if (round % 2) {
                    std::this_thread::sleep_for(200us);
                }
            }
            QCOMPARE(outcomes.load(), 5); // every callback was called before the queue was gone
        }
    }

    void manyThreadsUseOneQueue() {
        JobQueue queue(2);
        std::atomic<int> done{0};
        {
            std::vector<std::jthread> threads;
            for (int t = 0; t < 4; ++t) {
                threads.emplace_back([&] {
                    for (int i = 0; i < 50; ++i) {
                        const JobId id = queue.enqueue(
                            {[](ProgressSink&, std::stop_token) {}, nullptr, [&](const JobOutcome&) { ++done; }});
                        if (i % 3 == 0) {
                            queue.cancel(id);
                        }
                        queue.wait(id);
                    }
                });
            }
        }
        QCOMPARE(done.load(), 200);
    }
};

QTEST_GUILESS_MAIN(JobQueueTest)
#include "job_queue_test.moc"
