// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/report.h"

#include <cstdio>

namespace palimpsest {

/// One JSON object per line, each with an "event": started, progress, notice, preview, finished, error. Every line is
/// flushed, so that a reader can follow.
class JsonReport final : public Report {
public:
    explicit JsonReport(std::FILE* stream) : stream_(stream) {}
    void started(const Json& facts) override;
    void progressed(const Progress& progress) override;
    void noticed(const Message& sentence) override;
    void previewSaved(const std::string& path, const Rect& area, int sample) override;
    void succeeded(const std::string& words, const Json& facts) override;
    void failed(const Error& error) override;
    void cancelled() override;

private:
    void write(const char* event, const Json& facts);

    std::FILE* stream_;
};

} // namespace palimpsest
