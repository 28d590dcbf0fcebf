// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/objective.h"

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace palimpsest {

/// Makes batches ahead of time on threads of its own and hands them out in the order of their steps.
class BatchQueue {
public:
    /// `objective` must outlive this.
    BatchQueue(const Objective& objective, std::int64_t firstStep, int threads);
    ~BatchQueue();
    /// The batch of the next step; waits for it. Rethrows what its making threw.
    TrainingBatch take();

private:
    void produce(const std::stop_token& stop);

    const Objective& objective_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::map<std::int64_t, TrainingBatch> ready_;
    std::int64_t nextToMake_;
    std::int64_t nextToTake_;
    std::exception_ptr failure_;
    std::vector<std::jthread> threads_;
};

} // namespace palimpsest
