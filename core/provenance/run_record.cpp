// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/run_record.h"

#include "core/base/error.h"
#include "core/base/json_object.h"

#include <nlohmann/json.hpp>

#include <climits>

namespace palimpsest {
namespace {

constexpr const char* kFormat = "palimpsest-run-record";
constexpr std::int64_t kFormatVersion = 2;
/// The first that says how kernel and first estimate looked.
constexpr std::int64_t kVersionWithFiles = 2;
constexpr std::int64_t kLargestSide = 1 << 24;

template <typename Value>
Json listToJson(const std::vector<Value>& values, Json (*toJson)(const Value&)) {
    Json list = Json::array();
    for (const auto& value : values) {
        list.push_back(toJson(value));
    }
    return list;
}

Json toJson(const SourceRecord& source) { return {{"path", source.path}, {"sha256", source.sha256}}; }

Json toJson(const WeightsRecord& weights) { return {{"prior", weights.id}, {"sha256", weights.sha256}}; }

Json toJson(const LevelRecord& level) {
    return {{"width", level.size.width}, {"height", level.size.height}, {"tiles", level.tiles},
            {"evaluations", level.evaluations}, {"t0", level.t0}};
}

Json toJson(const RegionRecord& region) {
    return {{"x", region.area.x}, {"y", region.area.y}, {"width", region.area.width}, {"height", region.area.height},
            {"levels", listToJson(region.levels, toJson)}};
}

Json toJson(const SampleRecord& sample) {
    return {{"seed", sample.seed}, {"residual", sample.residual}, {"pixelsSha256", sample.pixelsSha256},
            {"path", sample.path}, {"fileSha256", sample.fileSha256}};
}

SourceRecord sourceFrom(JsonObject json) {
    SourceRecord source{.path = json.text("path"), .sha256 = json.sha256("sha256")};
    json.finish();
    return source;
}

WeightsRecord weightsFrom(JsonObject json) {
    WeightsRecord weights{.id = json.text("prior"), .sha256 = json.sha256("sha256")};
    json.finish();
    return weights;
}

LevelRecord levelFrom(JsonObject json) {
    LevelRecord level;
    level.size.width = static_cast<int>(json.integer("width", 1, kLargestSide));
    level.size.height = static_cast<int>(json.integer("height", 1, kLargestSide));
    level.tiles = static_cast<int>(json.integer("tiles", 0, INT_MAX));
    level.evaluations = static_cast<int>(json.integer("evaluations", 0, INT_MAX));
    level.t0 = json.real("t0", -1, 1);
    json.finish();
    return level;
}

RegionRecord regionFrom(JsonObject json) {
    RegionRecord region;
    region.area.x = static_cast<int>(json.integer("x", 0, kLargestSide));
    region.area.y = static_cast<int>(json.integer("y", 0, kLargestSide));
    region.area.width = static_cast<int>(json.integer("width", 1, kLargestSide));
    region.area.height = static_cast<int>(json.integer("height", 1, kLargestSide));
    for (const JsonObject& level : json.objects("levels")) {
        region.levels.push_back(levelFrom(level));
    }
    json.finish();
    return region;
}

SampleRecord sampleFrom(JsonObject json) {
    SampleRecord sample;
    const Json& seed = json.value("seed");
    if (!seed.is_number_unsigned()) {
        json.refuse("seed", "a whole number from 0 to 18446744073709551615");
    }
    sample.seed = seed.get<std::uint64_t>();
    sample.residual = json.real("residual", -1, 1e30);
    sample.pixelsSha256 = json.sha256("pixelsSha256");
    sample.path = json.text("path");
    sample.fileSha256 = json.text("fileSha256").empty() ? "" : json.sha256("fileSha256");
    json.finish();
    return sample;
}

RestoreSpec specFrom(JsonObject& json, const std::string& key) {
    try {
        return restoreSpecFromJson(json.value(key));
    } catch (const Error& error) {
        throw Error(ErrorCode::badInput, "\"" + key + "\" of the run record cannot be used: " + error.message(), error.hint());
    }
}

/// Returns the version.
std::int64_t refuseOtherFormats(JsonObject& json, const std::string& origin) {
    if (!json.has("format") || json.text("format") != kFormat) {
        throw Error(ErrorCode::badInput, origin + " is not a run record",
                    "give the .json file that lies beside a restored picture");
    }
    const std::int64_t version = json.integer("version", 1, INT_MAX);
    if (version > kFormatVersion) {
        throw Error(ErrorCode::badInput, origin + " is a run record of version " + std::to_string(version) +
                                             ", and this program reads up to version " + std::to_string(kFormatVersion),
                    "use the program that wrote it");
    }
    return version;
}

void readLists(RunRecord& record, JsonObject& json) {
    for (const JsonObject& weights : json.objects("weights")) {
        record.weights.push_back(weightsFrom(weights));
    }
    for (const JsonObject& region : json.objects("regions")) {
        record.regions.push_back(regionFrom(region));
    }
    for (const JsonObject& sample : json.objects("samples")) {
        record.samples.push_back(sampleFrom(sample));
    }
    JsonObject timings = json.object("timings");
    for (const auto& phase : timings.keys()) {
        record.timings[phase] = timings.real(phase, 0, 1e12);
    }
}

} // namespace

Json toJson(const RunRecord& record) {
    return {{"format", kFormat},
            {"version", kFormatVersion},
            {"spec", toJson(record.spec)},
            {"resolved", toJson(record.resolved)},
            {"picture", toJson(record.picture)},
            {"mask", toJson(record.mask)},
            {"hints", toJson(record.hints)},
            {"kernel", toJson(record.kernel)},
            {"estimate", toJson(record.estimate)},
            {"weights", listToJson(record.weights, toJson)},
            {"program", record.programVersion},
            {"libtorch", record.torchVersion},
            {"device", record.deviceTitle},
            {"regions", listToJson(record.regions, toJson)},
            {"samples", listToJson(record.samples, toJson)},
            {"stoppedEarly", record.stoppedEarly},
            {"timings", record.timings}};
}

RunRecord runRecordFromJson(const Json& json, const std::string& origin) {
    JsonObject object(json, origin);
    const std::int64_t version = refuseOtherFormats(object, origin);
    RunRecord record;
    record.spec = specFrom(object, "spec");
    record.resolved = specFrom(object, "resolved");
    record.picture = sourceFrom(object.object("picture"));
    record.mask = sourceFrom(object.object("mask"));
    record.hints = sourceFrom(object.object("hints"));
    if (version >= kVersionWithFiles) {
        record.kernel = sourceFrom(object.object("kernel"));
        record.estimate = sourceFrom(object.object("estimate"));
    }
    record.programVersion = object.text("program");
    record.torchVersion = object.text("libtorch");
    record.deviceTitle = object.text("device");
    record.stoppedEarly = object.boolean("stoppedEarly");
    readLists(record, object);
    object.finish();
    return record;
}

std::string toText(const RunRecord& record) {
    // File names need not be UTF-8; a record must be.
    return toJson(record).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

RunRecord runRecordFromText(const std::string& text, const std::string& origin) {
    return runRecordFromJson(parseJson(text, origin), origin);
}

} // namespace palimpsest
