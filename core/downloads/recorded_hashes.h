// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

namespace palimpsest {

/// SHA-256 of files that nobody pinned, as they were when they were fetched first, in a small JSON file. From then on
/// they hold: a file that changes at its publisher's is noticed.
class RecordedHashes {
public:
    /// Without a file there are none. Throws Error(badInput) for one that cannot be read: hashes are not dropped
    /// silently.
    explicit RecordedHashes(std::string path);

    /// Empty: none. `name` is "MODEL/FILE".
    std::string find(const std::string& name) const;
    /// Writes the file. Throws Error(failed).
    void record(const std::string& name, const std::string& sha256);
    const std::string& path() const { return path_; }

private:
    std::string path_;
    std::map<std::string, std::string> hashes_;
};

} // namespace palimpsest
