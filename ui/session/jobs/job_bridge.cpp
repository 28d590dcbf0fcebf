// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/jobs/job_bridge.h"

#include "core/runs/named_files.h"

#include <algorithm>
#include <utility>

namespace palimpsest::ui {
namespace {

template <typename... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};
template <typename... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

Job restoreJob(std::shared_ptr<Engine> engine, RunOrder order, std::shared_ptr<JobMailbox> mailbox,
               std::shared_ptr<KeepRequest> keep) {
    auto result = std::make_shared<RestoreResult>();
    return {.work =
                [=, order = std::move(order)](ProgressSink& sink, std::stop_token stop) {
                    RestoreInput input = order.input;
                    for (const Message& notice : openNamedFiles(order.spec, input)) {
                        sink.noticed(notice);
                    }
                    *result = engine->restore(order.spec, input, sink, stop, keep.get());
                },
            .sink = mailbox,
            .finished =
                [=](const JobOutcome& outcome) {
                    if (outcome.state == JobState::done) {
                        mailbox->ended(std::move(*result));
                    } else if (outcome.error) {
                        mailbox->ended(*outcome.error);
                    } else {
                        mailbox->ended(Cancelled());
                    }
                }};
}

} // namespace

JobBridge::JobBridge(QObject* parent) : QObject(parent) {}

JobBridge::~JobBridge() = default;

void JobBridge::start(std::shared_ptr<Engine> engine, RunOrder order) {
    auto box = std::make_shared<std::weak_ptr<JobMailbox>>();
    auto mailbox = std::make_shared<JobMailbox>(JobMailbox::Options{
        .wake =
            [this, box] {
                QMetaObject::invokeMethod(
                    this, [this, mailbox = box->lock()] { collect(mailbox); }, Qt::QueuedConnection);
            },
        .store = order.store,
        .previewsPerSecond = order.previewsPerSecond});
    *box = mailbox;
    auto keep = std::make_shared<KeepRequest>();
    const int run = order.run;
    if (tickets_.empty()) {
        progress_ = {};
    }
    const JobId job = queue_.enqueue(restoreJob(std::move(engine), std::move(order), mailbox, keep));
    tickets_.push_back({run, job, mailbox, keep});
    Q_EMIT queueChanged();
}

int JobBridge::currentRun() const { return tickets_.empty() ? 0 : tickets_.front().run; }

void JobBridge::cancel() {
    if (!tickets_.empty()) {
        queue_.cancel(tickets_.front().job);
    }
}

void JobBridge::cancelAll() { queue_.cancelAll(); }

void JobBridge::abandon() {
    for (const Ticket& ticket : tickets_) {
        ticket.mailbox->silence();
    }
    queue_.cancelAll();
    tickets_.clear();
    progress_ = {};
    Q_EMIT queueChanged();
}

void JobBridge::keep() {
    if (!tickets_.empty()) {
        tickets_.front().keep->keep();
    }
}

void JobBridge::collect(const std::shared_ptr<JobMailbox>& mailbox) {
    const auto ticket =
        std::find_if(tickets_.begin(), tickets_.end(), [&](const Ticket& t) { return t.mailbox == mailbox; });
    if (ticket == tickets_.end()) {
        return; // its end has been told
    }
    const int run = ticket->run;
    const JobMailbox::Letters letters = mailbox->take();
    for (const Message& notice : letters.notices) {
        Q_EMIT noticed(notice);
    }
    for (const FitReport& report : letters.fits) {
        Q_EMIT fitted(run, report);
    }
    if (letters.progress) {
        progress_ = *letters.progress;
        Q_EMIT progressed(progress_);
    }
    if (letters.preview && !letters.end) {
        Q_EMIT previewed(letters.preview->frame, letters.preview->sample);
    }
    for (const FinishedSample& sample : letters.samples) {
        Q_EMIT sampleFinished(run, sample.image, sample.index);
    }
    if (letters.end) {
        end(run, *letters.end);
    }
}

void JobBridge::end(int run, const JobEnd& how) {
    std::erase_if(tickets_, [run](const Ticket& ticket) { return ticket.run == run; });
    progress_ = {};
    std::visit(Overloaded{[&](const RestoreResult& result) { Q_EMIT finished(run, result); },
                          [&](const Error& error) { Q_EMIT failed(run, error); },
                          [&](const Cancelled&) { Q_EMIT cancelled(run); }},
               how);
    Q_EMIT queueChanged();
}

} // namespace palimpsest::ui
