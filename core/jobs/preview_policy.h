// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <optional>

namespace palimpsest {

/// Decides which of many frames are worth showing: the first, the last, and between them at most so many a second.
/// Not thread-safe: asked by the thread that makes the frames.
class PreviewPolicy {
public:
    using Clock = std::chrono::steady_clock;

    /// `now` can be a fake clock.
    explicit PreviewPolicy(double framesPerSecond, std::function<Clock::time_point()> now = Clock::now);

    /// True if the frame at hand is to be shown; it then counts as shown.
    bool admits(bool isLast = false);

private:
    Clock::duration interval_;
    std::function<Clock::time_point()> now_;
    std::optional<Clock::time_point> shown_;
};

} // namespace palimpsest
