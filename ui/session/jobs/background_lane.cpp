// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/jobs/background_lane.h"

#include <utility>

namespace palimpsest::ui {

BackgroundLane::BackgroundLane() : thread_([this](std::stop_token stop) { run(std::move(stop)); }) {}

BackgroundLane::~BackgroundLane() {
    thread_.request_stop();
    thread_.join();
}

void BackgroundLane::post(std::function<void()> work) {
    const std::scoped_lock lock(mutex_);
    waiting_.push_back(std::move(work));
    changed_.notify_all();
}

void BackgroundLane::drain() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_.empty() && !isBusy_; });
}

void BackgroundLane::run(std::stop_token stop) {
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, stop, [this] { return !waiting_.empty(); }) || !waiting_.empty()) {
        const auto work = std::move(waiting_.front());
        waiting_.pop_front();
        isBusy_ = true;
        lock.unlock();
        work();
        lock.lock();
        isBusy_ = false;
        changed_.notify_all();
    }
}

} // namespace palimpsest::ui
