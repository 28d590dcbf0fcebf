// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/run_record.h"

#include "core/base/error.h"
#include "tests/support/whole_record.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <functional>

using namespace palimpsest;

namespace {

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
    void theFirstVersionIsRead();
    void truncatedTextIsRefused();
};

void RunRecordTest::roundTrip() {
    const RunRecord record = wholeRecord();
    QCOMPARE(runRecordFromText(toText(record), "out.png.json"), record);
}

void RunRecordTest::roundTripOfAnEmptyOne() {
    RunRecord record;
    record.picture.sha256 = record.mask.sha256 = record.hints.sha256 = record.kernel.sha256 = record.estimate.sha256 = std::string(64, '0');
    QCOMPARE(runRecordFromText(toText(record), "out.png.json"), record);
}

void RunRecordTest::namesThatAreNotUtf8() {
    RunRecord record = wholeRecord();
    record.picture.path = "caf\xe9.jpg";
    QVERIFY(runRecordFromText(toText(record), "out.png.json").picture.path.starts_with("caf"));
}

void RunRecordTest::everyEntryIsRequired() {
    const Json json = toJson(wholeRecord());
    for (const auto& [name, ignored] : json.items()) {
        Json fewer = json;
        fewer.erase(name);
        QVERIFY2(!complaintAbout(fewer).empty(), name.c_str());
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
        json[Json::json_pointer(pointer)] = Json::array({1, 2});
        const std::string complaint = complaintAbout(json);
        QVERIFY2(!complaint.empty() && complaint.find('\n') == std::string::npos, pointer.c_str());
        ++refused;
    }
    QVERIFY(refused > 60);
}

void RunRecordTest::otherFilesAreRefused() {
    QVERIFY(complaintAbout(Json::parse("[]")).find("out.png.json") != std::string::npos);
    QVERIFY(complaintAbout(Json::parse("{}")).find("not a run record") != std::string::npos);
    QVERIFY(complaintAbout(Json::parse(R"({"format": "exif"})")).find("not a run record") != std::string::npos);
}

void RunRecordTest::newerVersionsAreRefused() {
    Json json = toJson(wholeRecord());
    json["version"] = 3;
    QVERIFY(complaintAbout(json).find("version 3") != std::string::npos);
}

void RunRecordTest::theFirstVersionIsRead() {
    Json json = toJson(wholeRecord());
    json["version"] = 1;
    json.erase("kernel");
    json.erase("estimate");
    RunRecord expected = wholeRecord();
    expected.kernel = expected.estimate = {};
    QCOMPARE(runRecordFromJson(json, "out.png.json"), expected);
}

void RunRecordTest::truncatedTextIsRefused() {
    const std::string text = toText(wholeRecord());
    for (std::size_t length = 0; length + 2 < text.size(); length += 37) {
        QVERIFY_EXCEPTION_THROWN(runRecordFromText(text.substr(0, length), "out.png.json"), Error);
    }
}

QTEST_GUILESS_MAIN(RunRecordTest)
#include "run_record_test.moc"
