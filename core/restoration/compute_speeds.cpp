// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/compute_speeds.h"

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/files/atomic_file.h"
#include "core/settings/locations.h"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace palimpsest {
namespace {

std::string kindOf(const RestoreSpec& spec) {
    return spec.device.value_or("auto") + " " + spec.precision.value_or("auto") + " " +
           std::to_string(spec.threads.value_or(0));
}

std::map<std::string, double> speedsIn(const std::string& file) {
    std::map<std::string, double> speeds;
    std::error_code ignored;
    if (file.empty() || !std::filesystem::is_regular_file(file, ignored)) {
        return speeds;
    }
    try {
        const Json json = readJson(file);
        for (const auto& [kind, speed] : json.items()) {
            if (speed.is_number() && speed.get<double>() > 0) {
                speeds[kind] = speed.get<double>();
            }
        }
    } catch (const Error&) {
        speeds.clear(); // it will be written anew
    }
    return speeds;
}

} // namespace

ComputeSpeeds::ComputeSpeeds(std::string file) : file_(std::move(file)), speeds_(speedsIn(file_)) {}

std::optional<double> ComputeSpeeds::of(const RestoreSpec& spec) const {
    const std::scoped_lock lock(mutex_);
    const auto found = speeds_.find(kindOf(spec));
    return found == speeds_.end() ? std::nullopt : std::optional(found->second);
}

void ComputeSpeeds::remember(const RestoreSpec& spec, double macsPerSecond) {
    const std::scoped_lock lock(mutex_);
    speeds_[kindOf(spec)] = macsPerSecond;
    if (file_.empty()) {
        return;
    }
    try {
        madeFolder(std::filesystem::path(file_).parent_path().string());
        writeFileAtomically(file_, Json(speeds_).dump(2) + "\n");
    } catch (const Error&) {
        return; // a cache that cannot be written is no reason to spoil a result
    }
}

} // namespace palimpsest
