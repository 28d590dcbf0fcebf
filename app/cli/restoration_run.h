// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/report.h"
#include "core/specs/restore_spec.h"

#include <stop_token>
#include <string>

namespace palimpsest {

/// What a task's command reads from flags and `restore` from a file.
struct RestorationRequest {
    RestoreSpec spec;
    std::string picture;
    std::string mask;        ///< empty: none
    std::string maskMeaning; ///< name of a MaskMeaning; empty or "auto": by its content
    std::string hints;       ///< empty: none
    std::string output;
    std::string previewFolder; ///< empty: no previews
    std::string mapsFolder;    ///< empty: no maps
};

/// Checks everything that can be checked cheaply, restores, and saves the pictures and their record. Returns the exit
/// code. Throws Error, Cancelled; then no output file exists.
int runRestoration(const RestorationRequest& request, Report& report, std::stop_token stop);

void throwIfStopped(const std::stop_token& stop);

} // namespace palimpsest
