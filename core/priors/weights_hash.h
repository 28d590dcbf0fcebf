// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace palimpsest {

/// SHA-256 of files, remembered by path, size and time of change in a file of the cache folder, so that weights are
/// hashed once and not at every start. Safe with several processes: the last writer wins, a damaged cache is ignored.
class WeightsHash {
public:
    /// An empty path remembers nothing.
    explicit WeightsHash(std::string cacheFile = {});

    /// Throws Error(badInput) if the file cannot be read.
    std::string of(const std::string& path) const;
    /// Nothing if it would have to be hashed. Throws Error(badInput) if there is no such file.
    std::optional<std::string> remembered(const std::string& path) const;
    /// Reads the whole file again, whatever is remembered.
    std::string fresh(const std::string& path) const;
    /// What was hashed while it was written.
    void remember(const std::string& path, const std::string& sha256) const;

private:
    std::string cacheFile_;
};

} // namespace palimpsest
