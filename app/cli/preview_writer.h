// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/report.h"

#include <map>
#include <string>

namespace palimpsest {

/// Hands everything on to the report, and saves previews as PNG if a folder is given.
class PreviewWriter final : public ProgressSink {
public:
    /// Makes the folder. Throws Error(failed) if that cannot be done. An empty name saves nothing.
    PreviewWriter(Report& report, std::string folder);

    void progressed(const Progress& progress) override { report_.progressed(progress); }
    void noticed(const Message& sentence) override { report_.noticed(sentence); }
    bool wantsPreview() override { return !folder_.empty(); }
    void previewed(const DisplayFrame& frame, int sample) override;
    void finished(const Image& result, int index) override { report_.finished(result, index); }

private:
    Report& report_;
    std::string folder_;
    std::map<int, int> counts_; ///< previews saved, by sample
};

} // namespace palimpsest
