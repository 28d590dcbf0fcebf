// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/variants/stored_maps.h"

#include "core/base/json.h"
#include "core/files/atomic_file.h"
#include "core/io/image_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>

namespace palimpsest::ui {
namespace {

namespace fs = std::filesystem;

struct MapRow {
    const char* ending;
    Image SolutionMaps::* map;
};

constexpr MapRow kMaps[] = {{"-deviation.tif", &SolutionMaps::deviation},
                            {"-invented.tif", &SolutionMaps::invented},
                            {"-residual.tif", &SolutionMaps::residual}};
constexpr const char* kNoteEnding = "-maps.json";

} // namespace

std::string StoredMaps::path(int run, const char* ending) const {
    char name[32];
    std::snprintf(name, sizeof name, "/run-%04d", run);
    return folder_ + name + ending;
}

void StoredMaps::write(int run, const SolutionMaps& maps) const {
    std::int64_t bytes = 0;
    for (const MapRow& row : kMaps) {
        bytes += static_cast<std::int64_t>((maps.*row.map).byteSize());
    }
    if (bytes > byteBudget_) {
        return;
    }
    fs::create_directories(folder_);
    makeRoomFor(bytes);
    Json written = Json::array();
    for (const MapRow& row : kMaps) {
        if (!(maps.*row.map).isNull()) {
            writeImage(path(run, row.ending), maps.*row.map);
            written.push_back(row.ending);
        }
    }
    const Json note = {{"sigma", maps.sigma}, {"residualCurve", maps.residualCurve}, {"maps", written}};
    writeFileAtomically(path(run, kNoteEnding), note.dump(1));
}

std::optional<SolutionMaps> StoredMaps::read(int run) const {
    if (!fs::exists(path(run, kNoteEnding))) {
        return std::nullopt;
    }
    try {
        const Json note = readJson(path(run, kNoteEnding));
        SolutionMaps maps;
        maps.sigma = note.at("sigma").get<double>();
        maps.residualCurve = note.at("residualCurve").get<std::vector<double>>();
        for (const MapRow& row : kMaps) {
            const Json& written = note.at("maps");
            if (std::find(written.begin(), written.end(), row.ending) != written.end()) {
                maps.*row.map = readImage(path(run, row.ending));
            }
        }
        return maps;
    } catch (const std::exception&) {
        return std::nullopt; // a damaged map is as good as none
    }
}

void StoredMaps::remove(int run) const {
    std::error_code ignored;
    fs::remove(path(run, kNoteEnding), ignored);
    for (const MapRow& row : kMaps) {
        fs::remove(path(run, row.ending), ignored);
    }
}

void StoredMaps::makeRoomFor(std::int64_t bytes) const {
    std::map<int, std::int64_t> sizes;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder_, ignored)) {
        int run = 0;
        const std::string name = entry.path().filename().string();
        for (const MapRow& row : kMaps) {
            if (name.ends_with(row.ending) && std::sscanf(name.c_str(), "run-%d", &run) == 1) {
                sizes[run] += static_cast<std::int64_t>(entry.file_size(ignored));
            }
        }
    }
    std::int64_t together = bytes;
    for (const auto& [run, size] : sizes) {
        together += size;
    }
    for (auto oldest = sizes.begin(); oldest != sizes.end() && together > byteBudget_; ++oldest) {
        remove(oldest->first);
        together -= oldest->second;
    }
}

} // namespace palimpsest::ui
