// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <csignal>
#include <stop_token>
#include <thread>

namespace palimpsest {

/// Turns the first SIGINT or SIGTERM into a stop request; a second one ends the program at once. Made in main before
/// other threads are, which inherit the blocked signals.
class StopOnSignal {
public:
    StopOnSignal();
    ~StopOnSignal();
    StopOnSignal(const StopOnSignal&) = delete;
    StopOnSignal& operator=(const StopOnSignal&) = delete;

    std::stop_token token() const { return source_.get_token(); }

private:
    void wait();

    std::stop_source source_;
    sigset_t signals_;
    std::atomic<bool> over_{false};
    std::thread waiter_;
};

} // namespace palimpsest
