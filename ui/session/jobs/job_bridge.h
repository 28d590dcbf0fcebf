// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/engine/engine.h"
#include "core/jobs/job_queue.h"
#include "ui/session/jobs/job_mailbox.h"

#include <QObject>

#include <deque>
#include <functional>
#include <memory>

namespace palimpsest::ui {

/// All that a restoration needs, by value.
struct RunOrder {
    int run = 0; ///< number that the signals carry
    RestoreSpec spec;
    RestoreInput input;
    std::function<void(const Image&, int)> store; ///< gets every finished sample on the worker's thread
    double previewsPerSecond = 10;
};

/// Runs restorations one after the other on core's queue, and is the only one to tell the window about them: in the GUI
/// thread, newest progress first, last message always. Destruction cancels what runs and waits for it (one network
/// evaluation).
class JobBridge : public QObject {
    Q_OBJECT

public:
    explicit JobBridge(QObject* parent = nullptr);
    ~JobBridge() override;

    void start(std::shared_ptr<Engine> engine, RunOrder order);
    bool isRunning() const { return !tickets_.empty(); }
    /// Runs that wait behind the one that runs.
    int waiting() const { return tickets_.empty() ? 0 : static_cast<int>(tickets_.size()) - 1; }
    /// Number of the run that is being worked on; 0: none.
    int currentRun() const;
    /// Of the current run.
    const Progress& progress() const { return progress_; }

    /// The current run ends without a result as soon as its network evaluation is over.
    void cancel();
    void cancelAll();
    /// Cancels all runs and tells nothing more about them.
    void abandon();
    /// The current run ends with the estimate it has.
    void keep();

Q_SIGNALS:
    /// A run was put in the queue, or has ended.
    void queueChanged();
    void progressed(const palimpsest::Progress& progress);
    void previewed(const palimpsest::DisplayFrame& frame, int sample);
    void fitted(int run, const palimpsest::FitReport& report);
    void noticed(const palimpsest::Message& sentence);
    void sampleFinished(int run, const palimpsest::Image& image, int index);
    void finished(int run, const palimpsest::RestoreResult& result);
    void failed(int run, const palimpsest::Error& error);
    void cancelled(int run);

private:
    struct Ticket {
        int run = 0;
        JobId job = 0;
        std::shared_ptr<JobMailbox> mailbox;
        std::shared_ptr<KeepRequest> keep;
    };

    void collect(const std::shared_ptr<JobMailbox>& mailbox);
    void end(int run, const JobEnd& how);

    std::deque<Ticket> tickets_; ///< in the order of the queue; the first one runs
    Progress progress_;
    JobQueue queue_; ///< last: joined before anything it uses is gone
};

} // namespace palimpsest::ui
