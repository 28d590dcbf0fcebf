// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console_report.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <sys/ioctl.h>
#include <unistd.h>

namespace palimpsest {
namespace {

constexpr int kBarWidth = 30;
constexpr std::chrono::milliseconds kTerminalInterval{100};
constexpr std::chrono::seconds kLogInterval{30};

int terminalWidth() {
    winsize size{};
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

std::string twoDigits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

} // namespace

std::string durationInWords(double seconds) {
    const auto whole = static_cast<std::int64_t>(std::ceil(std::clamp(seconds, 0.0, 1e9)));
    if (whole < 60) {
        return std::to_string(whole) + " s";
    }
    if (whole < 3600) {
        return std::to_string(whole / 60) + " min " + twoDigits(whole % 60) + " s";
    }
    return std::to_string(whole / 3600) + " h " + twoDigits(whole / 60 % 60) + " min";
}

std::string progressLine(const Progress& progress, int width) {
    const double fraction = std::clamp(progress.fraction(), 0.0, 1.0);
    const int filled = static_cast<int>(std::lround(fraction * kBarWidth));
    std::string line = progress.phase.isEmpty() ? "" : progress.phase.text() + "  ";
    line += "[" + std::string(filled, '#') + std::string(kBarWidth - filled, '-') + "]";
    line += "  " + std::to_string(static_cast<int>(fraction * 100)) + " %";
    if (progress.secondsLeft >= 0) {
        line += "  " + durationInWords(progress.secondsLeft) + " left";
    }
    return line.substr(0, static_cast<std::size_t>(std::max(width, 0)));
}

ConsoleReport::ConsoleReport() : terminal_(isatty(STDERR_FILENO) == 1) {}

ConsoleReport::~ConsoleReport() { clearBar(); }

void ConsoleReport::clearBar() {
    if (barDrawn_) {
        std::fputs("\r\033[K", stderr);
        std::fflush(stderr);
        barDrawn_ = false;
    }
}

void ConsoleReport::say(const std::string& line) {
    clearBar();
    std::fputs((line + "\n").c_str(), stderr);
}

void ConsoleReport::started(const Json&) { lastDrawn_ = Clock::now(); }

void ConsoleReport::progressed(const Progress& progress) {
    const auto now = Clock::now();
    const auto interval =
        terminal_ ? std::chrono::nanoseconds(kTerminalInterval) : std::chrono::nanoseconds(kLogInterval);
    if (lastDrawn_ && now - *lastDrawn_ < interval) {
        return;
    }
    lastDrawn_ = now;
    if (!terminal_) {
        say(progressLine(progress, 200));
        return;
    }
    std::fputs(("\r" + progressLine(progress, terminalWidth() - 1) + "\033[K").c_str(), stderr);
    std::fflush(stderr);
    barDrawn_ = true;
}

void ConsoleReport::noticed(const Message& sentence) {
    if (!sentence.isEmpty()) {
        say("palimpsest: " + sentence.text());
    }
}

void ConsoleReport::previewSaved(const std::string&, const Rect&, int) {}

void ConsoleReport::succeeded(const std::string& words, const Json&) {
    clearBar();
    std::fputs(words.c_str(), stdout);
    if (!words.empty() && words.back() != '\n') {
        std::fputc('\n', stdout);
    }
}

void ConsoleReport::failed(const Error& error) { say("palimpsest: " + std::string(error.what())); }

void ConsoleReport::cancelled() { say("palimpsest: cancelled"); }

} // namespace palimpsest
