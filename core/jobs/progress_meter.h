// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/progress.h"

#include <chrono>
#include <cstdint>

namespace palimpsest {

/// Counts network evaluations towards a declared total and tells the time left. Evaluations differ in cost (tiles
/// differ in size), so that the time left follows the pixels they see.
class ProgressMeter {
public:
    ProgressMeter(ProgressSink& sink, std::int64_t evaluations, std::int64_t pixels);
    void phase(const Message& words);
    void evaluated(std::int64_t pixels);
    std::int64_t evaluations() const { return done_; }
    double secondsElapsed() const;
    /// Time spent between begin() and end() of evaluations, to be compared with the whole.
    double secondsInNetwork() const { return networkSeconds_; }
    void addNetworkSeconds(double seconds) { networkSeconds_ += seconds; }

private:
    void report();

    using Clock = std::chrono::steady_clock;
    ProgressSink& sink_;
    std::int64_t total_;
    std::int64_t totalPixels_;
    std::int64_t done_ = 0;
    std::int64_t donePixels_ = 0;
    double networkSeconds_ = 0;
    Clock::time_point start_ = Clock::now();
    Clock::time_point firstEvaluation_{};
    std::int64_t firstPixels_ = 0;
    Message phase_;
};

/// Adds the time of a scope to the meter's network time.
class NetworkTime {
public:
    explicit NetworkTime(ProgressMeter& meter) : meter_(meter) {}
    ~NetworkTime() {
        meter_.addNetworkSeconds(std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count());
    }
    NetworkTime(const NetworkTime&) = delete;
    NetworkTime& operator=(const NetworkTime&) = delete;

private:
    ProgressMeter& meter_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

} // namespace palimpsest
