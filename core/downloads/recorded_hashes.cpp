// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/downloads/recorded_hashes.h"

#include "core/base/error.h"
#include "core/base/json_object.h"
#include "core/files/atomic_file.h"
#include "core/files/disk_sync.h"
#include "core/settings/locations.h"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace palimpsest {

RecordedHashes::RecordedHashes(std::string path) : path_(std::move(path)) {
    std::error_code failure;
    if (!std::filesystem::exists(path_, failure)) {
        return;
    }
    const Json json = readJson(path_);
    JsonObject object(json, path_);
    object.integer("version", 1, 1);
    JsonObject files = object.object("files");
    for (const std::string& name : files.keys()) {
        hashes_[name] = files.sha256(name);
    }
    object.finish();
}

std::string RecordedHashes::find(const std::string& name) const {
    const auto found = hashes_.find(name);
    return found == hashes_.end() ? "" : found->second;
}

void RecordedHashes::record(const std::string& name, const std::string& sha256) {
    hashes_[name] = sha256;
    madeFolder(folderOf(path_));
    writeFileAtomically(path_, Json{{"version", 1}, {"files", hashes_}}.dump(2) + "\n");
}

} // namespace palimpsest
