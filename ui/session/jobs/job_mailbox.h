// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/engine/engine.h"
#include "core/jobs/latest.h"
#include "core/jobs/preview_policy.h"
#include "core/jobs/progress.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <variant>
#include <vector>

namespace palimpsest::ui {

struct Preview {
    DisplayFrame frame;
    int sample = 0;
};

struct FinishedSample {
    Image image;
    int index = 0;
};

/// How a job ended: with a result, with an error, or cancelled.
using JobEnd = std::variant<RestoreResult, Error, Cancelled>;

/// Where a worker leaves what it has to tell and the GUI thread fetches it. Of progress and previews only the newest is
/// kept, everything else arrives in order and complete. One wake-up is outstanding at most: however fast the worker,
/// the GUI thread does no more than it can.
class JobMailbox : public ProgressSink {
public:
    /// What came in since the last take().
    struct Letters {
        std::optional<Progress> progress;
        std::optional<Preview> preview;
        std::vector<FitReport> fits;
        std::vector<Message> notices;
        std::vector<FinishedSample> samples;
        std::optional<JobEnd> end;
    };

    struct Options {
        /// Called from the worker's thread when there is something to take; must make the GUI thread call take().
        std::function<void()> wake;
        /// Gets every finished sample first, on the worker's thread.
        std::function<void(const Image&, int)> store;
        double previewsPerSecond = 10; ///< 0: none
    };

    explicit JobMailbox(Options options);

    Letters take();
    /// From now on finished samples are dropped: nobody waits for them.
    void silence() { isSilent_ = true; }

    void progressed(const Progress& progress) override;
    void noticed(const Message& sentence) override;
    /// True when the last preview has been fetched and is old enough.
    bool wantsPreview() override;
    void previewed(const DisplayFrame& frame, int sample) override;
    void fitted(const FitReport& report) override;
    void finished(const Image& result, int index) override;
    void ended(JobEnd end);

private:
    void wakeOnce();

    Options options_;
    PreviewPolicy policy_;
    Latest<Progress> progress_;
    Latest<Preview> preview_;
    std::mutex mutex_; ///< guards what follows
    std::vector<FitReport> fits_;
    std::vector<Message> notices_;
    std::vector<FinishedSample> samples_;
    std::optional<JobEnd> end_;
    std::atomic<bool> isAwake_{false};
    std::atomic<bool> isSilent_{false};
};

} // namespace palimpsest::ui
