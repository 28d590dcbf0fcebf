// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/progress_meter.h"

namespace palimpsest {
namespace {

double secondsBetween(std::chrono::steady_clock::time_point from, std::chrono::steady_clock::time_point to) {
    return std::chrono::duration<double>(to - from).count();
}

} // namespace

ProgressMeter::ProgressMeter(ProgressSink& sink, std::int64_t evaluations, std::int64_t pixels)
    : sink_(sink), total_(evaluations), totalPixels_(pixels) {}

void ProgressMeter::phase(const Message& words) {
    phase_ = words;
    report();
}

void ProgressMeter::evaluated(std::int64_t pixels) {
    ++done_;
    donePixels_ += pixels;
    if (done_ == 1) {
        // The first evaluation also pays for warming up: the rate is taken from those after it.
        firstEvaluation_ = Clock::now();
        firstPixels_ = pixels;
    }
    report();
}

double ProgressMeter::secondsElapsed() const { return secondsBetween(start_, Clock::now()); }

void ProgressMeter::report() {
    Progress progress{.done = done_, .total = total_, .secondsElapsed = secondsElapsed(), .phase = phase_};
    if (done_ > 1 && donePixels_ > firstPixels_) {
        const double perPixel =
            secondsBetween(firstEvaluation_, Clock::now()) / static_cast<double>(donePixels_ - firstPixels_);
        progress.secondsLeft = perPixel * static_cast<double>(totalPixels_ - donePixels_);
    }
    sink_.progressed(progress);
}

} // namespace palimpsest
