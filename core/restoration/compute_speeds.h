// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/specs/restore_spec.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace palimpsest {

/// How fast this machine computes, as the last run of each kind measured it, so that the time of the next one can be
/// told before it starts, also after a restart and with another prior. Thread-safe; a damaged file is as good as none.
class ComputeSpeeds {
public:
    /// An empty path remembers for this process alone.
    explicit ComputeSpeeds(std::string file);

    /// MACs a second on the spec's device, precision and threads; none: not measured yet.
    std::optional<double> of(const RestoreSpec& spec) const;
    void remember(const RestoreSpec& spec, double macsPerSecond);

private:
    std::string file_;
    mutable std::mutex mutex_;
    std::map<std::string, double> speeds_;
};

} // namespace palimpsest
