// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/job_queue.h"

#include <algorithm>
#include <utility>

namespace palimpsest {
namespace {

class SilentSink : public ProgressSink {
public:
    void progressed(const Progress&) override {}
};

JobOutcome performed(JobId id, const Job& job, const std::stop_token& stop) {
    SilentSink silent;
    try {
        job.work(job.sink ? *job.sink : silent, stop);
        return {id, JobState::done, {}};
    } catch (...) {
        try {
            return {id, JobState::failed, translateCurrentException()};
        } catch (const Cancelled&) {
            return {id, JobState::cancelled, {}};
        }
    }
}

} // namespace

JobQueue::JobQueue(int workers) {
    for (int i = 0; i < workers; ++i) {
        workers_.emplace_back([this](std::stop_token shutdown) { run(std::move(shutdown)); });
    }
}

JobQueue::~JobQueue() {
    {
        const std::scoped_lock lock(mutex_);
        isClosing_ = true;
    }
    cancelAll();
}

JobId JobQueue::enqueue(Job job) {
    const std::scoped_lock lock(mutex_);
    const JobId id = ++lastId_;
    Entry& entry = entries_[id];
    entry.job = std::move(job);
    if (isClosing_) {
        cancelLocked(entry);
    }
    waiting_.push_back(id);
    changed_.notify_all();
    return id;
}

void JobQueue::cancelLocked(Entry& entry) {
    entry.stop.request_stop();
    if (entry.state == JobState::queued) {
        entry.state = JobState::cancelled;
    }
}

void JobQueue::cancel(JobId id) {
    const std::scoped_lock lock(mutex_);
    if (const auto found = entries_.find(id); found != entries_.end()) {
        cancelLocked(found->second);
    }
}

void JobQueue::cancelAll() {
    const std::scoped_lock lock(mutex_);
    for (auto& [id, entry] : entries_) {
        cancelLocked(entry);
    }
}

JobState JobQueue::state(JobId id) const {
    const std::scoped_lock lock(mutex_);
    const auto found = entries_.find(id);
    if (found == entries_.end()) {
        throw Bug("this queue has no job " + std::to_string(id));
    }
    return found->second.state;
}

void JobQueue::wait(JobId id) const {
    std::unique_lock lock(mutex_);
    const auto found = entries_.find(id);
    if (found != entries_.end()) {
        changed_.wait(lock, [&] { return found->second.isDelivered; });
    }
}

void JobQueue::waitForAll() const {
    std::unique_lock lock(mutex_);
    changed_.wait(
        lock, [&] { return std::ranges::all_of(entries_, [](const auto& row) { return row.second.isDelivered; }); });
}

void JobQueue::run(std::stop_token shutdown) {
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, shutdown, [&] { return !waiting_.empty(); })) {
        const JobId id = waiting_.front();
        waiting_.pop_front();
        serve(id, lock);
    }
}

void JobQueue::serve(JobId id, std::unique_lock<std::mutex>& lock) {
    Entry& entry = entries_.at(id); // stays where it is: the map is never shrunk
    const Job job = std::exchange(entry.job, {});
    const std::stop_token stop = entry.stop.get_token();
    JobOutcome outcome{id, JobState::cancelled, {}};
    if (entry.state == JobState::queued) {
        entry.state = JobState::running;
        lock.unlock();
        outcome = performed(id, job, stop);
        lock.lock();
        entry.state = outcome.state;
    }
    lock.unlock();
    if (job.finished) {
        job.finished(outcome);
    }
    lock.lock();
    entry.isDelivered = true;
    changed_.notify_all();
}

} // namespace palimpsest
