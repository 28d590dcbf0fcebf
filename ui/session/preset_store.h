// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/specs/restore_spec.h"

#include <map>
#include <string>
#include <vector>

namespace palimpsest::ui {

/// Settings of a task that the user keeps under a name, in one JSON file. What cannot be read is left out.
class PresetStore {
public:
    /// Empty path: nothing is kept beyond this object.
    explicit PresetStore(std::string path);

    /// In the order of the alphabet.
    std::vector<std::string> names(const std::string& task) const;
    bool has(const std::string& task, const std::string& name) const;
    /// With the seed of `present`, which is no setting of the task.
    RestoreSpec load(const std::string& name, const RestoreSpec& present) const;
    /// Under the spec's task. Throws Error(failed) if the file cannot be written.
    void save(const std::string& name, const RestoreSpec& spec);
    void remove(const std::string& task, const std::string& name);

private:
    void read();
    void write() const;

    std::string path_;
    std::map<std::string, std::map<std::string, RestoreSpec>> presets_; ///< [task][name]
};

} // namespace palimpsest::ui
