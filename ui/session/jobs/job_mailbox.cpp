// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/jobs/job_mailbox.h"

#include <utility>

namespace palimpsest::ui {

JobMailbox::JobMailbox(Options options)
    : options_(std::move(options)), policy_(options_.previewsPerSecond > 0 ? options_.previewsPerSecond : 1) {}

JobMailbox::Letters JobMailbox::take() {
    // First: whatever is put after this wakes again, so that the last letter always arrives.
    isAwake_ = false;
    Letters letters;
    {
        const std::scoped_lock lock(mutex_);
        letters.fits = std::exchange(fits_, {});
        letters.notices = std::exchange(notices_, {});
        letters.samples = std::exchange(samples_, {});
        letters.end = std::exchange(end_, {});
    }
    letters.progress = progress_.take();
    letters.preview = preview_.take();
    return letters;
}

void JobMailbox::wakeOnce() {
    if (!isAwake_.exchange(true)) {
        options_.wake();
    }
}

void JobMailbox::progressed(const Progress& progress) {
    progress_.put(progress);
    wakeOnce();
}

void JobMailbox::noticed(const Message& sentence) {
    {
        const std::scoped_lock lock(mutex_);
        notices_.push_back(sentence);
    }
    wakeOnce();
}

bool JobMailbox::wantsPreview() { return options_.previewsPerSecond > 0 && preview_.isEmpty() && policy_.admits(); }

void JobMailbox::previewed(const DisplayFrame& frame, int sample) {
    preview_.put({frame, sample});
    wakeOnce();
}

void JobMailbox::fitted(const FitReport& report) {
    {
        const std::scoped_lock lock(mutex_);
        fits_.push_back(report);
    }
    wakeOnce();
}

void JobMailbox::finished(const Image& result, int index) {
    if (isSilent_) {
        return;
    }
    options_.store(result, index);
    {
        const std::scoped_lock lock(mutex_);
        samples_.push_back({result, index});
    }
    wakeOnce();
}

void JobMailbox::ended(JobEnd end) {
    {
        const std::scoped_lock lock(mutex_);
        end_ = std::move(end);
    }
    wakeOnce();
}

} // namespace palimpsest::ui
