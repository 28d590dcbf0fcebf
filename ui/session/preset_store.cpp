// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/preset_store.h"

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/files/atomic_file.h"
#include "core/settings/locations.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <utility>

namespace palimpsest::ui {

PresetStore::PresetStore(std::string path) : path_(std::move(path)) {
    if (!path_.empty() && std::filesystem::exists(path_)) {
        read();
    }
}

void PresetStore::read() {
    Json json;
    try {
        json = readJson(path_);
    } catch (const Error&) {
        return; // the file is written anew with the next preset
    }
    for (const auto& [task, presets] : json.items()) {
        for (const auto& [name, spec] : presets.items()) {
            try {
                presets_[task][name] = restoreSpecFromJson(spec);
            } catch (const Error&) {
                continue; // of another version
            }
        }
    }
}

void PresetStore::write() const {
    if (path_.empty()) {
        return;
    }
    Json json = Json::object();
    for (const auto& [task, presets] : presets_) {
        for (const auto& [name, spec] : presets) {
            json[task][name] = toJson(spec);
        }
    }
    madeFolder(std::filesystem::path(path_).parent_path().string());
    writeFileAtomically(path_, json.dump(1));
}

std::vector<std::string> PresetStore::names(const std::string& task) const {
    std::vector<std::string> names;
    if (const auto found = presets_.find(task); found != presets_.end()) {
        for (const auto& preset : found->second) {
            names.push_back(preset.first);
        }
    }
    return names;
}

bool PresetStore::has(const std::string& task, const std::string& name) const {
    const auto found = presets_.find(task);
    return found != presets_.end() && found->second.contains(name);
}

RestoreSpec PresetStore::load(const std::string& name, const RestoreSpec& present) const {
    RestoreSpec spec = presets_.at(present.task).at(name);
    spec.seed = present.seed;
    return spec;
}

void PresetStore::save(const std::string& name, const RestoreSpec& spec) {
    presets_[spec.task][name] = spec;
    write();
}

void PresetStore::remove(const std::string& task, const std::string& name) {
    presets_[task].erase(name);
    write();
}

} // namespace palimpsest::ui
