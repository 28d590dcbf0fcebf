// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/jobs/progress.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace palimpsest {

using JobId = std::uint64_t;

enum class JobState { queued, running, done, failed, cancelled };

/// How a job ended.
struct JobOutcome {
    JobId id = 0;
    JobState state = JobState::done; ///< done, failed or cancelled
    std::optional<Error> error;      ///< of failed
};

/// Work for a queue. It tells its progress to the sink and throws Cancelled soon after the token asks it to stop.
struct Job {
    std::function<void(ProgressSink&, std::stop_token)> work;
    std::shared_ptr<ProgressSink> sink; ///< null: nobody listens
    /// Called once for every job, on a worker thread, also for one that was cancelled before it began. Must not throw
    /// and must not wait for the queue. May be empty.
    std::function<void(const JobOutcome&)> finished;
};

/// Runs jobs one after the other on each of its threads, in the order they came. Thread-safe. What a job throws becomes
/// an Error here and nowhere else.
class JobQueue {
public:
    explicit JobQueue(int workers = 1);
    /// Cancels everything, and returns when all callbacks have been called: after one network evaluation at the latest.
    ~JobQueue();
    JobQueue(const JobQueue&) = delete;
    JobQueue& operator=(const JobQueue&) = delete;

    JobId enqueue(Job job);
    /// A waiting job is cancelled at once (its callback follows when a worker is free), a running one is asked to stop;
    /// one that has ended, or is unknown, stays as it is.
    void cancel(JobId id);
    void cancelAll();

    /// Throws Bug for an id that this queue never gave.
    JobState state(JobId id) const;
    /// Waits until the job's callback has returned.
    void wait(JobId id) const;
    void waitForAll() const;

private:
    struct Entry {
        Job job;
        std::stop_source stop;
        JobState state = JobState::queued;
        bool isDelivered = false;
    };

    void run(std::stop_token shutdown);
    /// Runs or skips one job; called with the lock held, which is open while the job runs.
    void serve(JobId id, std::unique_lock<std::mutex>& lock);
    void cancelLocked(Entry& entry);

    mutable std::mutex mutex_;
    mutable std::condition_variable_any changed_;
    std::map<JobId, Entry> entries_;
    std::deque<JobId> waiting_;
    JobId lastId_ = 0;
    bool isClosing_ = false;
    std::vector<std::jthread> workers_; ///< last: joined before anything they use is gone
};

} // namespace palimpsest
