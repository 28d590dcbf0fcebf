// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/batch_queue.h"

#include <algorithm>

namespace palimpsest {

namespace {

constexpr std::int64_t kAhead = 6; // batches

} // namespace

BatchQueue::BatchQueue(const Objective& objective, std::int64_t firstStep, int threads)
    : objective_(objective), nextToMake_(firstStep), nextToTake_(firstStep) {
    for (int i = 0; i < std::max(1, threads); ++i) {
        threads_.emplace_back([this](const std::stop_token& stop) { produce(stop); });
    }
}

BatchQueue::~BatchQueue() {
    for (std::jthread& thread : threads_) {
        thread.request_stop();
    }
    threads_.clear();
}

void BatchQueue::produce(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, stop, [this] { return nextToMake_ < nextToTake_ + kAhead; })) {
        const std::int64_t step = nextToMake_++;
        lock.unlock();
        TrainingBatch batch;
        std::exception_ptr failure;
        try {
            batch = objective_.batch(step);
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        if (failure) {
            failure_ = failure;
        }
        ready_.emplace(step, std::move(batch));
        changed_.notify_all();
        if (failure) {
            return;
        }
    }
}

TrainingBatch BatchQueue::take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return failure_ || ready_.contains(nextToTake_); });
    if (failure_) {
        std::rethrow_exception(failure_);
    }
    auto node = ready_.extract(nextToTake_++);
    changed_.notify_all();
    return std::move(node.mapped());
}

} // namespace palimpsest
