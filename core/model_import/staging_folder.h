// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace palimpsest {

/// A folder that appears whole or not at all: its files are made in a hidden folder beside it, which is renamed at the
/// end and removed, with all that is in it, if that does not happen.
class StagingFolder {
public:
    /// Will be PARENT/NAME. Makes `parent` if it is missing. Throws Error(failed).
    StagingFolder(const std::string& parent, const std::string& name);
    ~StagingFolder();
    StagingFolder(const StagingFolder&) = delete;
    StagingFolder& operator=(const StagingFolder&) = delete;

    /// Of a file in it, for now.
    std::string path(const std::string& fileName) const;
    /// Gives it its name and returns that path. Throws Error(failed) if there is something of that name already.
    std::string publish();

private:
    std::string hidden_; ///< empty: published
    std::string final_;
};

} // namespace palimpsest
