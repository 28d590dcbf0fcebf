// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/run_record.h"

#include "core/base/error.h"
#include "core/base/json_object.h"

#include <climits>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace palimpsest {
namespace {

constexpr const char* kFormat = "palimpsest-run-record";
constexpr std::int64_t kFormatVersion = 3;
/// The first that says how kernel and first estimate looked.
constexpr std::int64_t kVersionWithFiles = 2;
/// The first that names the kind of what was measured, and the settings of every region.
constexpr std::int64_t kVersionWithAcquisitions = 3;
constexpr std::int64_t kLargestSide = 1 << 24;

template <typename Value>
Json listToJson(const std::vector<Value>& values, Json (*toJson)(const Value&)) {
    Json list = Json::array();
    for (const auto& value : values) {
        list.push_back(toJson(value));
    }
    return list;
}

Json toJson(const SourceRecord& source) {
    Json json{{"path", source.path}, {"sha256", source.sha256}};
    if (!source.meaning.empty()) {
        json["meaning"] = source.meaning;
    }
    return json;
}

Json toJson(const WeightsRecord& weights) { return {{"prior", weights.id}, {"sha256", weights.sha256}}; }

Json toJson(const LevelRecord& level) {
    return {{"width", level.size.width},
            {"height", level.size.height},
            {"tiles", level.tiles},
            {"evaluations", level.evaluations},
            {"t0", level.t0}};
}

Json toJson(const RegionRecord& region) {
    return {{"x", region.area.x},
            {"y", region.area.y},
            {"width", region.area.width},
            {"height", region.area.height},
            {"levels", listToJson(region.levels, toJson)},
            {"firstEstimate", region.firstEstimate},
            {"guidance", region.guidance},
            {"stepRule", region.stepRule},
            {"tile", region.tile}};
}

Json toJson(const SampleRecord& sample) {
    return {{"seed", sample.seed},
            {"index", sample.index},
            {"residual", sample.residual ? Json(*sample.residual) : Json()},
            {"pixelsSha256", sample.pixelsSha256},
            {"path", sample.path},
            {"fileSha256", sample.fileSha256}};
}

SourceRecord sourceFrom(JsonObject json) {
    SourceRecord source{.path = json.text("path"), .sha256 = json.sha256("sha256")};
    if (json.has("meaning")) {
        source.meaning = json.word("meaning");
    }
    json.finish();
    return source;
}

void readAcquisition(RunRecord& record, JsonObject& json, std::int64_t version) {
    if (version < kVersionWithAcquisitions) {
        record.acquisition = sourceFrom(json.object("picture"));
        return;
    }
    JsonObject acquisition = json.object("acquisition");
    record.acquisitionKind = acquisition.text("kind");
    record.acquisition = sourceFrom(std::move(acquisition));
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

RegionRecord regionFrom(JsonObject json, std::int64_t version) {
    RegionRecord region;
    region.area.x = static_cast<int>(json.integer("x", 0, kLargestSide));
    region.area.y = static_cast<int>(json.integer("y", 0, kLargestSide));
    region.area.width = static_cast<int>(json.integer("width", 1, kLargestSide));
    region.area.height = static_cast<int>(json.integer("height", 1, kLargestSide));
    for (const JsonObject& level : json.objects("levels")) {
        region.levels.push_back(levelFrom(level));
    }
    if (version >= kVersionWithAcquisitions) {
        region.firstEstimate = json.text("firstEstimate");
        region.guidance = json.text("guidance");
        region.stepRule = json.text("stepRule");
        region.tile = static_cast<int>(json.integer("tile", 0, kLargestSide));
    }
    json.finish();
    return region;
}

/// Until version 2 a negative number said that it was not measured.
std::optional<double> residualFrom(JsonObject& json, std::int64_t version) {
    if (version >= kVersionWithAcquisitions && json.value("residual").is_null()) {
        return std::nullopt;
    }
    const double residual = json.real("residual", -1, 1e30);
    return residual < 0 ? std::nullopt : std::optional(residual);
}

Json toJson(const PhysicalScale& scale) {
    Json json{{"unit", scale.unit}, {"spacingMm", scale.spacingMm}};
    if (scale.window) {
        json["level"] = scale.window->level;
        json["width"] = scale.window->width;
    }
    return json;
}

PhysicalScale scaleFrom(JsonObject json) {
    PhysicalScale scale{.unit = json.text("unit")};
    const Json& spacing = json.value("spacingMm");
    const bool isSpacing =
        spacing.is_array() && spacing.size() == scale.spacingMm.size() &&
        std::all_of(spacing.begin(), spacing.end(), [](const Json& side) { return side.is_number(); });
    if (!isSpacing) {
        json.refuse("spacingMm", "three numbers");
    }
    scale.spacingMm = spacing.get<std::array<double, 3>>();
    if (json.has("level")) {
        scale.window = DisplayWindow{json.real("level", -1e30, 1e30), json.real("width", 0, 1e30)};
    }
    json.finish();
    return scale;
}

/// index: of the sample in the record.
SampleRecord sampleFrom(JsonObject json, std::int64_t version, int index) {
    SampleRecord sample{.index = index};
    const Json& seed = json.value("seed");
    if (!seed.is_number_unsigned()) {
        json.refuse("seed", "a whole number from 0 to 18446744073709551615");
    }
    sample.seed = seed.get<std::uint64_t>();
    sample.residual = residualFrom(json, version);
    if (version >= kVersionWithAcquisitions) {
        sample.index = static_cast<int>(json.integer("index", 0, INT_MAX));
    }
    sample.pixelsSha256 = json.sha256("pixelsSha256");
    sample.path = json.text("path");
    sample.fileSha256 = json.text("fileSha256").empty() ? "" : json.sha256("fileSha256");
    json.finish();
    return sample;
}

RestoreSpec specFrom(JsonObject& json, const std::string& key, RestoreSpec (*read)(const Json&)) {
    try {
        return read(json.value(key));
    } catch (const Error& error) {
        throw Error(ErrorCode::badInput, Message("\"%1\" of the run record cannot be used: %2", key, error.message()),
                    error.hint());
    }
}

/// Returns the version.
std::int64_t refuseOtherFormats(JsonObject& json, const std::string& origin) {
    if (!json.has("format") || json.text("format") != kFormat) {
        throw Error(ErrorCode::badInput, Message("%1 is not a run record", origin),
                    "give the .json file that lies beside a restored picture");
    }
    const std::int64_t version = json.integer("version", 1, INT_MAX);
    if (version > kFormatVersion) {
        throw Error(ErrorCode::badInput,
                    Message("%1 is a run record of version %2, and this program reads up to version %3", origin,
                            version, kFormatVersion),
                    "use the program that wrote it");
    }
    return version;
}

void readLists(RunRecord& record, JsonObject& json, std::int64_t version) {
    for (const JsonObject& weights : json.objects("weights")) {
        record.weights.push_back(weightsFrom(weights));
    }
    for (const JsonObject& region : json.objects("regions")) {
        record.regions.push_back(regionFrom(region, version));
    }
    for (const JsonObject& sample : json.objects("samples")) {
        record.samples.push_back(sampleFrom(sample, version, static_cast<int>(record.samples.size())));
    }
    JsonObject timings = json.object("timings");
    for (const auto& phase : timings.keys()) {
        record.timings[phase] = timings.real(phase, 0, 1e12);
    }
}

} // namespace

Json toJson(const RunRecord& record) {
    Json acquisition = toJson(record.acquisition);
    acquisition["kind"] = record.acquisitionKind;
    Json json{{"format", kFormat},
              {"version", kFormatVersion},
              {"spec", toJson(record.spec)},
              {"resolved", toJson(record.resolved)},
              {"acquisition", acquisition},
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
    if (record.scale) {
        json["scale"] = toJson(*record.scale);
    }
    return json;
}

RunRecord runRecordFromJson(const Json& json, const std::string& origin) {
    JsonObject object(json, origin);
    const std::int64_t version = refuseOtherFormats(object, origin);
    RunRecord record;
    record.spec = specFrom(object, "spec", restoreSpecFromJson);
    record.resolved = specFrom(object, "resolved", resolvedSpecFromJson);
    readAcquisition(record, object, version);
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
    readLists(record, object, version);
    if (object.has("scale")) {
        record.scale = scaleFrom(object.object("scale"));
    }
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
