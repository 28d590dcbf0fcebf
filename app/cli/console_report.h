// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/report.h"

#include <chrono>
#include <optional>
#include <string>

namespace palimpsest {

/// For people: results on standard output, everything else on standard error. On a terminal a bar with the time left
/// is drawn in place; in a log file a line now and then.
class ConsoleReport final : public Report {
public:
    ConsoleReport();
    ~ConsoleReport() override;
    ConsoleReport(const ConsoleReport&) = delete;
    ConsoleReport& operator=(const ConsoleReport&) = delete;

    void started(const Json& facts) override;
    void progressed(const Progress& progress) override;
    void noticed(const Message& sentence) override;
    void previewSaved(const std::string& path, const Rect& area, int sample) override;
    void succeeded(const std::string& words, const Json& facts) override;
    void failed(const Error& error) override;
    void cancelled() override;

private:
    using Clock = std::chrono::steady_clock;

    void say(const std::string& line);
    void clearBar();

    bool terminal_;
    bool barDrawn_ = false;
    std::optional<Clock::time_point> lastDrawn_;
};

/// The bar: "level 2 of 4  [######------]  50 %  1 min 12 s left", at most `width` columns.
std::string progressLine(const Progress& progress, int width);
/// "12 s", "3 min 05 s", "2 h 10 min".
std::string durationInWords(double seconds);

} // namespace palimpsest
