// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/provenance/run_record.h"
#include "tests/support/refusal.h"
#include "tests/support/whole_record.h"

#include <QTest>
#include <nlohmann/json.hpp>

#include <functional>

using namespace palimpsest;

namespace {

/// The record of an upscaling as program version 0.1 wrote it; the second residual was not measured.
Json formerRecord() { return readJson(PALIMPSEST_SOURCE_DIR "/tests/golden/run_records/version_2.json"); }

std::string complaintAbout(const Json& json) {
    try {
        runRecordFromJson(json, "out.png.json");
    } catch (const Error& error) {
        return error.code() == ErrorCode::badInput ? error.what() : "wrong code";
    }
    return {};
}

} // namespace

class RunRecordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void roundTripOfAnEmptyOne();
    void namesThatAreNotUtf8();
    void everyEntryIsRequired();
    void everyNestedEntryIsChecked();
    void otherFilesAreRefused();
    void newerVersionsAreRefused();
    void whatWasNotMeasuredIsNull();
    void aScaleIsWhole();
    void recordsOfVersionTwoAreRead();
    void recordsOfVersionOneAreRead();
    void formerRecordsAreReadStrictly();
    void formerRecordsAreWrittenAnew();
    void badSpecsSaySo();
    void truncatedTextIsRefused();
};

void RunRecordTest::roundTrip() {
    const RunRecord record = wholeRecord();
    QCOMPARE(runRecordFromText(toText(record), "out.png.json"), record);
}

void RunRecordTest::roundTripOfAnEmptyOne() {
    RunRecord record;
    record.acquisition.sha256 = record.mask.sha256 = record.hints.sha256 = record.kernel.sha256 =
        record.estimate.sha256 = std::string(64, '0');
    QCOMPARE(runRecordFromText(toText(record), "out.png.json"), record);
}

void RunRecordTest::namesThatAreNotUtf8() {
    RunRecord record = wholeRecord();
    record.acquisition.path = "caf\xe9.jpg";
    QVERIFY(runRecordFromText(toText(record), "out.png.json").acquisition.path.starts_with("caf"));
}

void RunRecordTest::everyEntryIsRequired() {
    const Json json = toJson(wholeRecord());
    for (const auto& [name, ignored] : json.items()) {
        Json fewer = json;
        fewer.erase(name);
        const bool isOptional = name == "scale"; // pictures have none
        QVERIFY2(complaintAbout(fewer).empty() == isOptional, name.c_str());
    }
    Json more = json;
    more["surprise"] = 1;
    QVERIFY(complaintAbout(more).find("surprise") != std::string::npos);
}

/// Puts a value of a wrong kind in every place of the record, however deep.
void RunRecordTest::everyNestedEntryIsChecked() {
    const Json flat = toJson(wholeRecord()).flatten();
    int refused = 0;
    for (const auto& [pointer, value] : flat.items()) {
        Json json = toJson(wholeRecord());
        json[Json::json_pointer(pointer)] = Json::array({1, 2, "three"});
        const std::string complaint = complaintAbout(json);
        QVERIFY2(!complaint.empty() && complaint.find('\n') == std::string::npos, pointer.c_str());
        ++refused;
    }
    QVERIFY(refused > 90);
}

void RunRecordTest::otherFilesAreRefused() {
    QVERIFY(complaintAbout(Json::parse("[]")).find("out.png.json") != std::string::npos);
    QVERIFY(complaintAbout(Json::parse("{}")).find("not a run record") != std::string::npos);
    QVERIFY(complaintAbout(Json::parse(R"({"format": "exif"})")).find("not a run record") != std::string::npos);
}

void RunRecordTest::newerVersionsAreRefused() {
    Json json = toJson(wholeRecord());
    QCOMPARE(json["version"].get<int>(), 3);
    json["version"] = 4;
    QVERIFY(complaintAbout(json).find("version 4") != std::string::npos);
}

void RunRecordTest::whatWasNotMeasuredIsNull() {
    Json json = toJson(wholeRecord());
    QVERIFY(json["samples"][1]["residual"].is_null());
    QCOMPARE(json["samples"][0]["residual"].get<double>(), 0.001);
    json["samples"][0]["residual"] = 0;
    QCOMPARE(runRecordFromJson(json, "out.png.json").samples[0].residual, std::optional(0.0));
}

void RunRecordTest::aScaleIsWhole() {
    RunRecord record = wholeRecord();
    record.scale->window.reset();
    QCOMPARE(runRecordFromText(toText(record), "out.png.json"), record);
    record.scale.reset();
    QVERIFY(!toJson(record).contains("scale"));
    QCOMPARE(runRecordFromText(toText(record), "out.png.json"), record);
    const auto complaintWith = [](const char* change) {
        Json json = toJson(wholeRecord());
        json["scale"].update(Json::parse(change));
        return complaintAbout(json);
    };
    for (const char* change : {R"({"spacingMm": [1, 2]})", R"({"spacingMm": [1, 2, 3, 4]})",
                               R"({"spacingMm": "1 2 3"})", R"({"width": -1})", R"({"window": 3})", R"({"unit": 3})"}) {
        QVERIFY2(complaintWith(change).find("scale") != std::string::npos, change);
    }
}

/// As program versions before 0.2 wrote it.
void RunRecordTest::recordsOfVersionTwoAreRead() {
    const RunRecord record = runRecordFromJson(formerRecord(), "old.json");
    QCOMPARE(record.spec.task, std::string("upscale"));
    QCOMPARE(record.spec.taskParameters, (ParameterValues{{"factor", std::int64_t{2}}}));
    QVERIFY(!record.spec.prior && !record.spec.method && !record.spec.t0 && !record.spec.steps && !record.spec.tile &&
            !record.spec.threads);
    QCOMPARE(record.spec.seed, std::uint64_t{5});
    QCOMPARE(record.resolved.method, std::optional<std::string>("default"));
    QCOMPARE(record.resolved.prior, std::optional<std::string>("photo"));
    QCOMPARE(record.resolved.t0, std::optional(0.1));
    QCOMPARE(record.resolved.steps, std::optional(2));
    QCOMPARE(record.resolved.threads, std::optional(2));
    QVERIFY(!record.resolved.tile &&
            !record.resolved.estimate); // its variants had tiles of different sizes, and their own estimate
    QCOMPARE(completeTaskParameters(record.resolved).at("sigma"), ParameterValue(0.0));
    QCOMPARE(record.acquisitionKind, std::string("picture"));
    QCOMPARE(record.acquisition,
             (SourceRecord{"tiny.png", "7372ebb92a87d04f6c89f34af4bddd690421fde0cde8f15c80cee676ae59c4bf"}));
    QCOMPARE(record.kernel.sha256, record.hints.sha256); // both of no picture
    QCOMPARE(record.weights.size(), std::size_t{1});
    QCOMPARE(record.regions, (std::vector<RegionRecord>{{{0, 0, 36, 24}, {{{36, 24}, 1, 2, 0.1}}, "", "", "", 0}}));
    QCOMPARE(record.samples.size(), std::size_t{2});
    QCOMPARE(record.samples[0].residual, std::optional(6.61234667020949e-09));
    QVERIFY(!record.samples[1].residual); // -1
    QCOMPARE(record.samples[1].index, 1);
    QCOMPARE(record.samples[1].path, std::string("up-2.png"));
    QVERIFY(!record.scale);
    QCOMPARE(record.timings.size(), std::size_t{3});
}

/// The first one said nothing of kernel and estimate.
void RunRecordTest::recordsOfVersionOneAreRead() {
    Json json = formerRecord();
    json["version"] = 1;
    json.erase("kernel");
    json.erase("estimate");
    RunRecord expected = runRecordFromJson(formerRecord(), "old.json");
    expected.kernel = expected.estimate = {};
    QCOMPARE(runRecordFromJson(json, "old.json"), expected);
}

void RunRecordTest::formerRecordsAreReadStrictly() {
    const Json former = formerRecord();
    for (const auto& [name, ignored] : former.items()) {
        Json fewer = former;
        fewer.erase(name);
        QVERIFY2(!complaintAbout(fewer).empty(), name.c_str());
    }
    for (const char* entry :
         {"/acquisition", "/regions/0/tile", "/regions/0/guidance", "/samples/0/index"}) { // of later versions
        Json more = former;
        more[Json::json_pointer(entry)] = 0;
        QVERIFY2(complaintAbout(more).find("unknown entry") != std::string::npos, entry);
    }
    Json mistaken = former;
    mistaken["samples"][0]["residual"] = nullptr;
    QVERIFY(!complaintAbout(mistaken).empty());
    Json relabelled = former;
    relabelled["version"] = 3;
    QVERIFY(!complaintAbout(relabelled).empty());
}

void RunRecordTest::formerRecordsAreWrittenAnew() {
    const RunRecord former = runRecordFromJson(formerRecord(), "old.json");
    QCOMPARE(runRecordFromText(toText(former), "new.json"), former);
    QCOMPARE(toJson(former)["version"].get<int>(), 3);
}

void RunRecordTest::badSpecsSaySo() {
    for (const char* key : {"spec", "resolved"}) {
        Json json = toJson(wholeRecord());
        json[key]["steps"] = 0;
        const QString complaint = refusal(ErrorCode::badInput, [&] { runRecordFromJson(json, "out.png.json"); });
        QVERIFY2(complaint.contains(QString("\"%1\"").arg(key)) && complaint.contains("steps = 0"),
                 qPrintable(complaint));
        json[key]["steps"] = 3;
        json[key]["version"] = 9;
        QVERIFY(complaintAbout(json).find("version 9") != std::string::npos);
    }
}

void RunRecordTest::truncatedTextIsRefused() {
    const std::string text = toText(wholeRecord());
    for (std::size_t length = 0; length + 2 < text.size(); length += 37) {
        QVERIFY_EXCEPTION_THROWN(runRecordFromText(text.substr(0, length), "out.png.json"), Error);
    }
}

QTEST_GUILESS_MAIN(RunRecordTest)
#include "run_record_test.moc"
