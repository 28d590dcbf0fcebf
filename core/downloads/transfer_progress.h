// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/preview_policy.h"
#include "core/jobs/progress.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>

namespace palimpsest {

/// Turns received bytes into the progress of a download: bytes, the rate of the last seconds, the time left.
class TransferProgress {
public:
    using Clock = std::chrono::steady_clock;

    /// `name` is what is fetched; `now` can be a fake clock.
    TransferProgress(ProgressSink& sink, std::string name, std::function<Clock::time_point()> now = Clock::now);

    /// Of a (re)start with `done` bytes at hand. `total` of the whole file; negative: not known.
    void aims(std::int64_t done, std::int64_t total);
    /// So many bytes are there now. Tells the sink ten times a second at most, and at the end.
    void reached(std::int64_t done);
    /// bytes/s over the last seconds; 0 before the first.
    double rate() const;

private:
    struct Sample {
        Clock::time_point time;
        std::int64_t done = 0;
    };

    void tell();

    ProgressSink& sink_;
    std::string name_;
    std::function<Clock::time_point()> now_;
    PreviewPolicy policy_;
    Clock::time_point started_;
    std::int64_t total_ = -1;
    std::deque<Sample> samples_; ///< of the last seconds, never empty
};

} // namespace palimpsest
