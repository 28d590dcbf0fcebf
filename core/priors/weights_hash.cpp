// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/priors/weights_hash.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/json.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace palimpsest {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kLargestCache = 1000; // entries; more means that something writes nonsense: begin anew

/// What changes when a file is replaced or edited, short of somebody setting the clock back on purpose.
Json stampOf(const fs::path& path) {
    std::error_code failure;
    const auto size = fs::file_size(path, failure);
    const auto changed = fs::last_write_time(path, failure);
    if (failure) {
        throw Error(ErrorCode::badInput,
                    Message("cannot read %1: %2", path.string(), Message::verbatim(failure.message())));
    }
    return {{"size", size}, {"changed", changed.time_since_epoch().count()}};
}

/// An empty object for a cache that is absent, damaged or of another program.
Json readCache(const std::string& file) {
    try {
        Json cache = readJson(file);
        return cache.is_object() && cache.size() <= kLargestCache ? cache : Json::object();
    } catch (const Error&) {
        return Json::object();
    }
}

/// A cache that cannot be written costs time, nothing else: failures are silent.
void writeCache(const std::string& file, const Json& cache) {
    std::error_code ignored;
    fs::create_directories(fs::path(file).parent_path(), ignored);
    const std::string draft = file + "." + std::to_string(getpid());
    std::ofstream stream(draft, std::ios::binary);
    stream << cache.dump(1, ' ', false, Json::error_handler_t::replace);
    stream.close();
    if (stream) {
        fs::rename(draft, file, ignored);
    }
    fs::remove(draft, ignored);
}

} // namespace

WeightsHash::WeightsHash(std::string cacheFile) : cacheFile_(std::move(cacheFile)) {}

std::string WeightsHash::of(const std::string& path) const {
    if (const std::optional<std::string> known = remembered(path)) {
        return *known;
    }
    std::string hash = sha256OfFile(path);
    remember(path, hash);
    return hash;
}

std::optional<std::string> WeightsHash::remembered(const std::string& path) const {
    if (cacheFile_.empty()) {
        return std::nullopt;
    }
    const std::string key = fs::weakly_canonical(path).string();
    const Json cache = readCache(cacheFile_);
    const Json stamp = stampOf(key);
    const auto found = cache.find(key);
    if (found == cache.end() || !found->is_object() || found->value("stamp", Json()) != stamp) {
        return std::nullopt;
    }
    const Json known = found->value("sha256", Json());
    return known.is_string() ? std::optional(known.get<std::string>()) : std::nullopt;
}

void WeightsHash::remember(const std::string& path, const std::string& sha256) const {
    if (!cacheFile_.empty()) {
        const std::string key = fs::weakly_canonical(path).string();
        Json cache = readCache(cacheFile_);
        cache[key] = {{"stamp", stampOf(key)}, {"sha256", sha256}};
        writeCache(cacheFile_, cache);
    }
}

std::string WeightsHash::fresh(const std::string& path) const { return sha256OfFile(path); }

} // namespace palimpsest
