// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/jobs/job_queue.h"
#include "core/jobs/progress.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <map>
#include <memory>
#include <stop_token>

namespace palimpsest::ui {

/// Work that takes a while, and what becomes of it.
struct BackgroundTask {
    /// On a worker's thread; may throw. Returns what is to be done with the result in the GUI thread.
    std::function<std::function<void()>(ProgressSink&, std::stop_token)> work;
    // In the GUI thread, as long as the receiver lives; each may be empty.
    std::function<void(const Progress&)> progressed;
    std::function<void(const Message&)> noticed; ///< one sentence of core's
    std::function<void(const Error&)> failed;
    std::function<void()> cancelled;
};

/// Does background tasks one after the other on core's queue. Of progress only the newest is told, the end always.
/// Destruction cancels what runs and waits for it.
class BackgroundTasks : public QObject {
    Q_OBJECT

public:
    explicit BackgroundTasks(QObject* parent = nullptr);
    ~BackgroundTasks() override;

    /// A task whose receiver goes is cancelled, and nobody hears of it.
    JobId start(QObject* receiver, BackgroundTask task);
    /// The work ends soon, with cancelled(); one that has ended stays so.
    void cancel(JobId id);
    bool isRunning() const { return !entries_.empty(); }

private:
    class Sink;
    struct Entry {
        QPointer<QObject> receiver;
        BackgroundTask task;
        std::shared_ptr<Sink> sink;
    };
    struct Ending;

    void tellProgress(JobId id);
    void end(JobId id, const Ending& ending);

    std::map<JobId, Entry> entries_;
    JobQueue queue_; ///< last: joined before anything it uses is gone
};

} // namespace palimpsest::ui
