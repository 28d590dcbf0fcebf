// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/specs/restore_spec.h"
#include "core/specs/spec_upgrade.h"

#include <QTest>
#include <nlohmann/json.hpp>

#include <algorithm>

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

RestoreSpec specOf(const std::string& task) {
    RestoreSpec spec;
    spec.task = task;
    return spec;
}

RestoreSpec reread(const RestoreSpec& spec) { return restoreSpecFromJson(Json::parse(toJson(spec).dump())); }

void everyTask() {
    QTest::addColumn<QString>("task");
    for (const TaskDescription& task : taskCatalogue()) {
        QTest::newRow(task.id.c_str()) << QString::fromStdString(task.id);
    }
}

} // namespace

class RestoreSpecTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void defaultsAreValid();
    void emptyObjectIsTheDefault();
    void everyFieldSurvivesJson_data() { everyTask(); }
    void everyFieldSurvivesJson();
    void whatIsLeftOpenIsWrittenAsAuto_data() { everyTask(); }
    void whatIsLeftOpenIsWrittenAsAuto();
    void parametersKeepTheirTypes();
    void fieldsAreCheckedWhenSet();
    void parametersOfOtherTasksAreRefused();
    void aFieldCanBeLeftOpenAgain();
    void onlySomeWholeNumbersArePossible();
    void unknownKeysAreRefused();
    void valuesOutOfRangeAreRefused_data();
    void valuesOutOfRangeAreRefused();
    void everySchemaExplainsItself_data() { everyTask(); }
    void everySchemaExplainsItself();
    void ownParametersStandBeforeTheSeed();
};

void RestoreSpecTest::defaultsAreValid() {
    validate(RestoreSpec{});
    for (const TaskDescription& task : taskCatalogue()) {
        validate(specOf(task.id));
        const ParameterValues complete = completeTaskParameters(specOf(task.id));
        QCOMPARE(complete.size(), task.parameters.size());
        for (const ParameterSchema& schema : task.parameters) {
            QCOMPARE(complete.at(schema.name), schema.defaultValue);
        }
    }
}

void RestoreSpecTest::emptyObjectIsTheDefault() {
    QCOMPARE(restoreSpecFromJson(Json::object()), RestoreSpec{});
    QCOMPARE(restoreSpecFromJson(Json{{"version", kSpecVersion}}), RestoreSpec{});
}

void RestoreSpecTest::everyFieldSurvivesJson() {
    QFETCH(QString, task);
    const RestoreSpec plain = specOf(task.toStdString());
    RestoreSpec all = plain;
    for (const auto& schema : restoreSchemas(plain.task)) {
        RestoreSpec one = plain;
        if (schema.name == "task") {
            QCOMPARE(field(one, "task"), ParameterValue(plain.task));
            continue;
        }
        QCOMPARE(field(one, schema.name), schema.defaultValue);
        setField(one, schema.name, otherValue(schema));
        setField(all, schema.name, otherValue(schema));
        QCOMPARE(field(one, schema.name), otherValue(schema));
        QVERIFY2(!(one == plain), schema.name.c_str());
        QCOMPARE(reread(one), one);
        QCOMPARE(resolvedSpecFromJson(toJson(one)), one);
    }
    QCOMPARE(reread(all), all);
    QCOMPARE(all.taskParameters.size(), taskCatalogue().at(plain.task).parameters.size());
}

void RestoreSpecTest::whatIsLeftOpenIsWrittenAsAuto() {
    QFETCH(QString, task);
    const RestoreSpec plain = specOf(task.toStdString());
    const Json json = toJson(plain);
    QCOMPARE(json["version"].get<std::int64_t>(), kSpecVersion);
    int open = 0;
    for (const auto& schema : restoreSchemas(plain.task)) {
        const bool isOwn = taskCatalogue().at(plain.task).takesParameter(schema.name);
        const Json& value = isOwn ? json["taskParameters"][schema.name] : json[schema.name];
        QCOMPARE(value == "auto", schema.mayBeOpen());
        open += schema.mayBeOpen() ? 1 : 0;
    }
    QVERIFY(open >=
            11); // method, prior, class, start, estimate, t0, steps, step rule, tile, device, precision, threads
    QCOMPARE(reread(plain), plain);
}

void RestoreSpecTest::parametersKeepTheirTypes() {
    RestoreSpec spec;
    spec.parameters = {{"a", true}, {"b", std::int64_t{-3}}, {"c", 0.25}, {"d", 1.0}, {"e", std::string("text")}};
    QCOMPARE(reread(spec), spec);
}

void RestoreSpecTest::fieldsAreCheckedWhenSet() {
    RestoreSpec spec;
    QVERIFY_EXCEPTION_THROWN(setField(spec, "steps", std::int64_t{-1}), Error);
    QVERIFY_EXCEPTION_THROWN(setField(spec, "steps", std::string("ten")), Error);
    QVERIFY_EXCEPTION_THROWN(setField(spec, "stepz", std::int64_t{1}), Error);
    QVERIFY_EXCEPTION_THROWN(setField(spec, "precision", std::string("fp8")), Error);
    QVERIFY_EXCEPTION_THROWN(setField(spec, "seed", Automatic{}), Error);
    QVERIFY_EXCEPTION_THROWN(setField(spec, "grow", std::int64_t{257}), Error);
    QCOMPARE(spec, RestoreSpec{});
    setField(spec, "t0", std::int64_t{1});
    QCOMPARE(spec.t0, std::optional(1.0));
    setField(spec, "grow", std::int64_t{5});
    QCOMPARE(spec.taskParameters, (ParameterValues{{"grow", std::int64_t{5}}}));
}

void RestoreSpecTest::parametersOfOtherTasksAreRefused() {
    RestoreSpec spec;
    QVERIFY_EXCEPTION_THROWN(setField(spec, "factor", std::int64_t{2}), Error);
    QVERIFY_EXCEPTION_THROWN(field(spec, "factor"), Error);
    spec.taskParameters["factor"] = std::int64_t{2};
    QVERIFY_EXCEPTION_THROWN(validate(spec), Error);
    QVERIFY_EXCEPTION_THROWN(completeTaskParameters(spec), Error);
    spec.task = "upscale";
    validate(spec);
    const std::string complaint =
        complaintAbout(R"({"version": 2, "task": "denoise", "taskParameters": {"factor": 2}})");
    QVERIFY2(complaint.find("the task denoise has no parameter factor") != std::string::npos, complaint.c_str());
}

void RestoreSpecTest::aFieldCanBeLeftOpenAgain() {
    RestoreSpec spec = specOf("deblur");
    setField(spec, "steps", std::int64_t{9});
    setField(spec, "kernel", std::string("disk:3"));
    setField(spec, "steps", Automatic{});
    setField(spec, "kernel", std::string("auto")); // as people write it
    QVERIFY(!spec.steps);
    QCOMPARE(field(spec, "kernel"), ParameterValue(Automatic{}));
    QCOMPARE(
        restoreSpecFromJson(Json::parse(R"({"task": "deblur", "steps": "auto", "kernel": "auto", "sigma": "auto"})")),
        specOf("deblur"));
}

void RestoreSpecTest::onlySomeWholeNumbersArePossible() {
    for (const char* text : {R"({"task": "upscale", "factor": 3})",
                             R"({"version": 2, "task": "upscale", "taskParameters": {"factor": 3}})"}) {
        const std::string complaint = complaintAbout(text);
        QVERIFY2(complaint.find("factor = 3") != std::string::npos && complaint.find("2, 4, 8") != std::string::npos,
                 complaint.c_str());
    }
    RestoreSpec spec = specOf("upscale");
    QVERIFY_EXCEPTION_THROWN(setField(spec, "factor", std::int64_t{6}), Error);
    for (const std::int64_t factor : {2, 4, 8}) {
        setField(spec, "factor", factor);
        QCOMPARE(completeTaskParameters(reread(spec)).at("factor"), ParameterValue(factor));
    }
}

void RestoreSpecTest::unknownKeysAreRefused() {
    QVERIFY(complaintAbout(R"({"stepz": 3})").find("stepz") != std::string::npos);
    QVERIFY(complaintAbout(R"({"stepRule": "ddim"})").find("stepRule") != std::string::npos);
    QVERIFY(complaintAbout(R"({"version": 2, "factor": 4})").find("factor") != std::string::npos);
    QVERIFY(complaintAbout(R"({"version": 2, "taskParameters": {"growth": 4}})").find("growth") != std::string::npos);
}

void RestoreSpecTest::valuesOutOfRangeAreRefused_data() {
    QTest::addColumn<QString>("json");
    QTest::newRow("negative steps") << R"({"steps": -4})";
    QTest::newRow("no steps") << R"({"version": 2, "steps": 0})";
    QTest::newRow("fraction of a step") << R"({"steps": 1.5})";
    QTest::newRow("too many samples") << R"({"samples": 65})";
    QTest::newRow("no sample") << R"({"samples": 0})";
    QTest::newRow("a number of samples that is left open") << R"({"samples": "auto"})";
    QTest::newRow("negative noise") << R"({"task": "denoise", "sigma": -0.5})";
    QTest::newRow("the former word for open noise")
        << R"({"version": 2, "task": "denoise", "taskParameters": {"sigma": -1}})";
    QTest::newRow("noise above white") << R"({"task": "denoise", "sigma": 7})";
    QTest::newRow("factor that is none") << R"({"task": "upscale", "factor": 3})";
    QTest::newRow("quality above the scale") << R"({"task": "dejpeg", "quality": 101})";
    QTest::newRow("t0 of zero") << R"({"t0": 0})";
    QTest::newRow("t0 above one") << R"({"t0": 1.01})";
    QTest::newRow("the former word for an open t0") << R"({"version": 2, "t0": -1})";
    QTest::newRow("seed above 2^53") << R"({"seed": 9007199254740992})";
    QTest::newRow("seed above 2^63") << R"({"seed": 18446744073709551615})";
    QTest::newRow("text for a number") << R"({"seed": "3"})";
    QTest::newRow("number for text") << R"({"method": 3})";
    QTest::newRow("null") << R"({"method": null})";
    QTest::newRow("list") << R"({"method": []})";
    QTest::newRow("unknown start") << R"({"start": "middle"})";
    QTest::newRow("unknown task") << R"({"task": "sharpen"})";
    QTest::newRow("unknown task of this version") << R"({"version": 2, "task": "sharpen"})";
    QTest::newRow("task of another kind") << R"({"task": 3})";
    QTest::newRow("task that is left open") << R"({"task": "auto"})";
    QTest::newRow("task's parameters as a list") << R"({"version": 2, "taskParameters": [1]})";
    QTest::newRow("task's parameters as text, flat") << R"({"taskParameters": "x", "grow": 3})";
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
    QFETCH(QString, task);
    for (const auto& schema : restoreSchemas(task.toStdString())) {
        QVERIFY2(schema.description.size() > 10 && schema.description.back() == '.', schema.name.c_str());
        validated({schema}, {{schema.name, schema.defaultValue}}, "the default");
    }
}

void RestoreSpecTest::ownParametersStandBeforeTheSeed() {
    std::vector<std::string> names;
    for (const auto& schema : restoreSchemas("dejpeg")) {
        names.push_back(schema.name);
    }
    const auto at = [&](const char* name) { return std::find(names.begin(), names.end(), name) - names.begin(); };
    QCOMPARE(at("degrade") + 1, at("seed"));
    QCOMPARE(at("quality") + 1, at("degrade"));
    QCOMPARE(names.size(), commonSchemas().size() + 2);
}

QTEST_GUILESS_MAIN(RestoreSpecTest)
#include "restore_spec_test.moc"
