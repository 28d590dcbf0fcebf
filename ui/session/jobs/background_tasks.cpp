// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/jobs/background_tasks.h"

#include "core/jobs/latest.h"

#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace palimpsest::ui {

/// Where the worker leaves what it tells; wakes the GUI thread once for what has not been fetched.
class BackgroundTasks::Sink : public ProgressSink {
public:
    explicit Sink(std::function<void()> wake) : wake_(std::move(wake)) {}

    void progressed(const Progress& progress) override {
        if (progress_.put(progress)) {
            wake_();
        }
    }
    void noticed(const Message& sentence) override {
        {
            const std::scoped_lock lock(mutex_);
            notices_.push_back(sentence);
        }
        wake_();
    }

    std::optional<Progress> takeProgress() { return progress_.take(); }
    std::vector<Message> takeNotices() {
        const std::scoped_lock lock(mutex_);
        return std::exchange(notices_, {});
    }

private:
    std::function<void()> wake_;
    Latest<Progress> progress_;
    std::mutex mutex_; ///< guards notices_
    std::vector<Message> notices_;
};

struct BackgroundTasks::Ending {
    JobState state = JobState::done;
    std::optional<Error> error;
    std::function<void()> then;
};

BackgroundTasks::BackgroundTasks(QObject* parent) : QObject(parent) {}

BackgroundTasks::~BackgroundTasks() = default;

JobId BackgroundTasks::start(QObject* receiver, BackgroundTask task) {
    const auto id = std::make_shared<JobId>(0); // of the GUI thread alone
    const auto inGuiThread = [this](std::function<void()> what) {
        QMetaObject::invokeMethod(this, std::move(what), Qt::QueuedConnection);
    };
    auto sink = std::make_shared<Sink>([=, this] { inGuiThread([=, this] { tellProgress(*id); }); });
    auto ending = std::make_shared<Ending>();
    const auto work = [work = task.work, ending](ProgressSink& told, std::stop_token stop) {
        ending->then = work(told, std::move(stop));
    };
    const auto finished = [=, this](const JobOutcome& outcome) {
        ending->state = outcome.state;
        ending->error = outcome.error;
        inGuiThread([=, this] { end(*id, *ending); });
    };
    *id = queue_.enqueue({.work = work, .sink = sink, .finished = finished});
    entries_[*id] = {receiver, std::move(task), sink};
    connect(receiver, &QObject::destroyed, this, [this, number = *id] { cancel(number); });
    return *id;
}

void BackgroundTasks::cancel(JobId id) {
    if (entries_.contains(id)) {
        queue_.cancel(id);
    }
}

void BackgroundTasks::tellProgress(JobId id) {
    const auto found = entries_.find(id);
    if (found == entries_.end() || !found->second.receiver) {
        return;
    }
    // Copies: what is told may start or end background tasks.
    const BackgroundTask task = found->second.task;
    const std::shared_ptr<Sink> sink = found->second.sink;
    for (const Message& notice : sink->takeNotices()) {
        if (task.noticed) {
            task.noticed(notice);
        }
    }
    const auto progress = sink->takeProgress();
    if (progress && task.progressed) {
        task.progressed(*progress);
    }
}

void BackgroundTasks::end(JobId id, const Ending& ending) {
    tellProgress(id); // what was told last
    const auto node = entries_.extract(id);
    if (!node || !node.mapped().receiver) {
        return;
    }
    const BackgroundTask& task = node.mapped().task;
    if (ending.state == JobState::done) {
        ending.then();
    } else if (ending.error) {
        if (task.failed) {
            task.failed(*ending.error);
        }
    } else if (task.cancelled) {
        task.cancelled();
    }
}

} // namespace palimpsest::ui
