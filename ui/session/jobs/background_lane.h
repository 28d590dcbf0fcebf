// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace palimpsest::ui {

/// One thread that does small work in the order it was posted: writing files, loading the engine, counting a run's
/// work. The work must not throw and must not touch objects of the GUI thread (post an event back instead). Destruction
/// does what is still waiting and then joins, so that nothing posted is lost: make it the last member of its owner.
class BackgroundLane {
public:
    BackgroundLane();
    ~BackgroundLane();
    BackgroundLane(const BackgroundLane&) = delete;
    BackgroundLane& operator=(const BackgroundLane&) = delete;

    void post(std::function<void()> work);
    /// Returns when everything posted before has been done.
    void drain();

private:
    void run(std::stop_token stop);

    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<std::function<void()>> waiting_;
    bool isBusy_ = false;
    std::jthread thread_;
};

} // namespace palimpsest::ui
