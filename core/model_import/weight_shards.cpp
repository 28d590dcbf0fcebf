// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/weight_shards.h"

#include "core/base/error.h"
#include "core/base/json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <set>

namespace palimpsest {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMostShards = 1000;

Error noIndex(const fs::path& index) {
    return Error(ErrorCode::badInput, Message("%1 is no index of a checkpoint in pieces", index.string()),
                 "name the folder or the file of the weights");
}

/// "-00001-of-00003" without the numbers.
bool isCount(std::string_view text) {
    return text.size() >= 3 &&
           std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

} // namespace

bool isShardIndexName(const std::string& name) {
    return name.ends_with(".json") && name.find(".index.") != std::string::npos;
}

bool isShardName(const std::string& name) {
    constexpr std::string_view kOf = "-of-";
    for (std::size_t of = name.find(kOf); of != std::string::npos; of = name.find(kOf, of + 1)) {
        const std::size_t dash = of == 0 ? std::string::npos : name.rfind('-', of - 1);
        const std::size_t end = name.find_first_not_of("0123456789", of + kOf.size());
        if (dash != std::string::npos && isCount(std::string_view(name).substr(dash + 1, of - dash - 1)) &&
            isCount(std::string_view(name).substr(of + kOf.size(), end - of - kOf.size()))) {
            return true;
        }
    }
    return false;
}

std::vector<std::string> shardsOf(const fs::path& index) {
    const Json json = readJson(index.string());
    if (!json.is_object() || !json.contains("weight_map") || !json["weight_map"].is_object()) {
        throw noIndex(index);
    }
    std::set<std::string> names;
    for (const auto& [tensor, file] : json["weight_map"].items()) {
        if (!file.is_string()) {
            throw noIndex(index);
        }
        names.insert(file.get<std::string>());
    }
    if (names.empty() || names.size() > kMostShards) {
        throw noIndex(index);
    }
    std::vector<std::string> shards;
    for (const std::string& name : names) {
        const fs::path shard = index.parent_path() / name;
        std::error_code ignored;
        if (fs::path(name).filename() != name || !fs::is_regular_file(shard, ignored)) {
            throw Error(ErrorCode::badInput,
                        Message("the checkpoint is in pieces, and %1 is not beside its index %2", name, index.string()),
                        "put all pieces into one folder");
        }
        shards.push_back(shard.string());
    }
    return shards;
}

std::optional<fs::path> indexOf(const fs::path& shard) {
    std::set<fs::path> found;
    std::error_code failure;
    for (fs::directory_iterator item(shard.parent_path(), failure), end; !failure && item != end;
         item.increment(failure)) {
        if (!isShardIndexName(item->path().filename().string())) {
            continue;
        }
        const Json json = readJson(item->path().string());
        const Json map = json.is_object() ? json.value("weight_map", Json()) : Json();
        const auto lists = [&](const Json& file) { return file == shard.filename().string(); };
        if (map.is_object() && std::any_of(map.begin(), map.end(), lists)) {
            found.insert(item->path());
        }
    }
    return found.empty() ? std::nullopt : std::optional(*found.begin());
}

} // namespace palimpsest
