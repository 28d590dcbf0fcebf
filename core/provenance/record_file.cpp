// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/record_file.h"

#include "core/files/atomic_file.h"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace palimpsest {
namespace fs = std::filesystem;

std::string recordPathOf(const std::string& output) { return output + ".json"; }

std::string pathForRecord(const std::string& recordPath, const std::string& path) {
    if (path.empty()) {
        return {};
    }
    const fs::path folder = fs::absolute(recordPath).lexically_normal().parent_path();
    const fs::path target = fs::absolute(path).lexically_normal();
    const fs::path relative = target.lexically_relative(folder);
    return (relative.empty() || *relative.begin() == ".." ? target : relative).string();
}

std::string pathFromRecord(const std::string& recordPath, const std::string& stored) {
    // An absolute path replaces the folder.
    return stored.empty() ? std::string() : (fs::path(recordPath).parent_path() / stored).string();
}

RunRecord readRunRecord(const std::string& path) { return runRecordFromJson(readJson(path), path); }

void writeRunRecord(const std::string& path, const RunRecord& record) { writeFileAtomically(path, toText(record)); }

} // namespace palimpsest
