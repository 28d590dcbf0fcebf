// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stop_on_signal.h"

#include <string_view>
#include <unistd.h>

namespace palimpsest {
namespace {

constexpr std::string_view kStopping = "palimpsest: stopping after the step that is running; again to stop at once\n";

} // namespace

StopOnSignal::StopOnSignal() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
    waiter_ = std::thread([this] { wait(); });
}

StopOnSignal::~StopOnSignal() {
    over_ = true;
    pthread_kill(waiter_.native_handle(), SIGTERM); // wakes sigwait; pending for that thread alone
    waiter_.join();
}

void StopOnSignal::wait() {
    int signal = 0;
    sigwait(&signals_, &signal);
    if (over_) {
        return;
    }
    source_.request_stop();
    [[maybe_unused]] const auto written = write(STDERR_FILENO, kStopping.data(), kStopping.size());
    sigwait(&signals_, &signal);
    if (over_) {
        return;
    }
    std::signal(signal, SIG_DFL);
    sigset_t again;
    sigemptyset(&again);
    sigaddset(&again, signal);
    pthread_sigmask(SIG_UNBLOCK, &again, nullptr);
    std::raise(signal);
}

} // namespace palimpsest
