// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specs/restore_spec.h"

#include "core/base/error.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace palimpsest;

namespace {

std::string complaintAbout(const char* text) {
    try {
        restoreSpecFromJson(Json::parse(text));
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

/// A value other than the default, within the schema.
ParameterValue otherValue(const ParameterSchema& schema) {
    switch (schema.type) {
    case ParameterType::boolean:
        return !std::get<bool>(schema.defaultValue);
    case ParameterType::integer:
        return static_cast<std::int64_t>(schema.maximum);
    case ParameterType::real:
        return schema.maximum / 2;
    case ParameterType::choice:
        return schema.choices.back();
    case ParameterType::path:
    case ParameterType::text:
        break;
    }
    return std::string("other");
}

} // namespace

class RestoreSpecTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void defaultsAreValid();
    void emptyObjectIsTheDefault();
    void everyFieldSurvivesJson();
    void parametersKeepTheirTypes();
    void fieldsAreCheckedWhenSet();
    void unknownKeysAreRefused();
    void valuesOutOfRangeAreRefused_data();
    void valuesOutOfRangeAreRefused();
    void everySchemaExplainsItself();
};

void RestoreSpecTest::defaultsAreValid() { validate(RestoreSpec{}); }

void RestoreSpecTest::emptyObjectIsTheDefault() { QCOMPARE(restoreSpecFromJson(Json::object()), RestoreSpec{}); }

void RestoreSpecTest::everyFieldSurvivesJson() {
    RestoreSpec all;
    for (const auto& schema : restoreSchemas()) {
        RestoreSpec one;
        QCOMPARE(field(one, schema.name), schema.defaultValue);
        setField(one, schema.name, otherValue(schema));
        setField(all, schema.name, otherValue(schema));
        QCOMPARE(field(one, schema.name), otherValue(schema));
        QCOMPARE(restoreSpecFromJson(toJson(one)), one);
        if (schema.name != "task") { // which has one choice yet
            QVERIFY2(!(one == RestoreSpec{}), schema.name.c_str());
        }
    }
    QCOMPARE(restoreSpecFromJson(Json::parse(toJson(all).dump())), all);
}

void RestoreSpecTest::parametersKeepTheirTypes() {
    RestoreSpec spec;
    spec.parameters = {{"a", true}, {"b", std::int64_t{-3}}, {"c", 0.25}, {"d", 1.0}, {"e", std::string("text")}};
    QCOMPARE(restoreSpecFromJson(Json::parse(toJson(spec).dump())), spec);
}

void RestoreSpecTest::fieldsAreCheckedWhenSet() {
    RestoreSpec spec;
    QVERIFY_EXCEPTION_THROWN(setField(spec, "steps", std::int64_t{-1}), Error);
    QVERIFY_EXCEPTION_THROWN(setField(spec, "steps", std::string("ten")), Error);
    QVERIFY_EXCEPTION_THROWN(setField(spec, "stepz", std::int64_t{1}), Error);
    QVERIFY_EXCEPTION_THROWN(setField(spec, "precision", std::string("fp8")), Error);
    QCOMPARE(spec, RestoreSpec{});
    setField(spec, "t0", std::int64_t{1});
    QCOMPARE(spec.t0, 1.0);
}

void RestoreSpecTest::unknownKeysAreRefused() {
    QVERIFY(complaintAbout(R"({"stepz": 3})").find("stepz") != std::string::npos);
    QVERIFY(complaintAbout(R"({"stepRule": "ddim"})").find("stepRule") != std::string::npos);
}

void RestoreSpecTest::valuesOutOfRangeAreRefused_data() {
    QTest::addColumn<QString>("json");
    QTest::newRow("negative steps") << R"({"steps": -4})";
    QTest::newRow("fraction of a step") << R"({"steps": 1.5})";
    QTest::newRow("too many samples") << R"({"samples": 65})";
    QTest::newRow("no sample") << R"({"samples": 0})";
    QTest::newRow("negative noise") << R"({"sigma": -0.5})";
    QTest::newRow("noise above white") << R"({"sigma": 7})";
    QTest::newRow("factor that is none") << R"({"factor": 3})";
    QTest::newRow("t0 of zero") << R"({"t0": 0})";
    QTest::newRow("t0 above one") << R"({"t0": 1.01})";
    QTest::newRow("seed above 2^53") << R"({"seed": 9007199254740992})";
    QTest::newRow("seed above 2^63") << R"({"seed": 18446744073709551615})";
    QTest::newRow("text for a number") << R"({"seed": "3"})";
    QTest::newRow("number for text") << R"({"method": 3})";
    QTest::newRow("null") << R"({"method": null})";
    QTest::newRow("list") << R"({"method": []})";
    QTest::newRow("unknown start") << R"({"start": "middle"})";
    QTest::newRow("unknown task") << R"({"task": "sharpen"})";
    QTest::newRow("parameters as a list") << R"({"parameters": [1]})";
    QTest::newRow("parameters as text") << R"({"parameters": "x"})";
    QTest::newRow("parameter null") << R"({"parameters": {"a": null}})";
    QTest::newRow("parameter object") << R"({"parameters": {"a": {}}})";
    QTest::newRow("not an object") << "[]";
    QTest::newRow("text") << "\"spec\"";
}

void RestoreSpecTest::valuesOutOfRangeAreRefused() {
    QFETCH(QString, json);
    const std::string complaint = complaintAbout(json.toUtf8().constData());
    QVERIFY(!complaint.empty());
    QVERIFY2(complaint.find('\n') == std::string::npos, complaint.c_str());
}

void RestoreSpecTest::everySchemaExplainsItself() {
    for (const auto& schema : restoreSchemas()) {
        QVERIFY2(schema.description.size() > 10 && schema.description.back() == '.', schema.name.c_str());
        validated({schema}, {{schema.name, schema.defaultValue}}, "the default");
    }
}

QTEST_GUILESS_MAIN(RestoreSpecTest)
#include "restore_spec_test.moc"
