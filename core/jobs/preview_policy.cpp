// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/preview_policy.h"

#include <utility>

namespace palimpsest {

PreviewPolicy::PreviewPolicy(double framesPerSecond, std::function<Clock::time_point()> now)
    : interval_(std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(1 / framesPerSecond))),
      now_(std::move(now)) {}

bool PreviewPolicy::admits(bool isLast) {
    const Clock::time_point now = now_();
    if (!isLast && shown_ && now - *shown_ < interval_) {
        return false;
    }
    shown_ = now;
    return true;
}

} // namespace palimpsest
