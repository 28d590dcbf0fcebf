// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/downloads/transfer_progress.h"

#include "core/downloads/download_error.h"

#include <algorithm>

namespace palimpsest {
namespace {

constexpr double kReportsPerSecond = 10;
constexpr std::chrono::seconds kWindow{5};

double seconds(TransferProgress::Clock::duration duration) { return std::chrono::duration<double>(duration).count(); }

} // namespace

TransferProgress::TransferProgress(ProgressSink& sink, std::string name, std::function<Clock::time_point()> now)
    : sink_(sink), name_(std::move(name)), now_(std::move(now)), policy_(kReportsPerSecond, now_), started_(now_()),
      samples_{{started_, 0}} {}

void TransferProgress::aims(std::int64_t done, std::int64_t total) {
    total_ = total;
    samples_ = {{now_(), done}};
    tell();
}

void TransferProgress::reached(std::int64_t done) {
    if (!policy_.admits(done == total_)) {
        return;
    }
    samples_.push_back({now_(), done});
    while (samples_.size() > 2 && samples_.back().time - samples_.front().time > kWindow) {
        samples_.pop_front();
    }
    tell();
}

double TransferProgress::rate() const {
    const double past = seconds(samples_.back().time - samples_.front().time);
    return past > 0 ? static_cast<double>(samples_.back().done - samples_.front().done) / past : 0;
}

void TransferProgress::tell() {
    const std::int64_t done = samples_.back().done;
    Progress progress{.done = done, .total = std::max<std::int64_t>(total_, 0)};
    progress.secondsElapsed = seconds(samples_.back().time - started_);
    progress.phase = Message("fetching %1", name_);
    if (rate() > 0) {
        progress.phase = Message("fetching %1, %2/s", name_, bytesInWords(rate()));
        progress.secondsLeft = total_ > 0 ? static_cast<double>(total_ - done) / rate() : -1;
    }
    sink_.progressed(progress);
}

} // namespace palimpsest
