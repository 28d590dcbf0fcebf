// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Specs as people write them, and as program versions before 0.2 did.
#include "core/base/error.h"
#include "core/specs/restore_spec.h"
#include "core/specs/spec_upgrade.h"
#include "tests/support/refusal.h"

#include <QTest>
#include <nlohmann/json.hpp>

using namespace palimpsest;

namespace {

/// What version 0.1 wrote for an inpainting that nobody chose anything for.
Json flat(const std::string& task = "inpaint") {
    Json json = Json::parse(R"({
        "boundary": "real", "class": -1, "clipped": "highlights", "degrade": false, "device": "auto", "downsampling": "area",
        "estimate": "auto", "factor": 4, "feather": 0, "grow": 0, "headroom": 1.5, "keep-colours": false, "kernel": "auto",
        "method": "auto", "parameters": {}, "precision": "auto", "prior": "photo", "quality": 0, "samples": 1, "seed": 0,
        "sigma": -1.0, "start": "auto", "step-rule": "auto", "steps": 0, "t0": -1.0, "task": "inpaint", "threads": 0, "tile": 0})");
    json["task"] = task;
    return json;
}

RestoreSpec specOf(const std::string& task, ParameterValues own = {}) {
    RestoreSpec spec;
    spec.task = task;
    spec.taskParameters = std::move(own);
    return spec;
}

RestoreSpec readWith(const std::string& task, const char* name, const Json& value) {
    Json json = flat(task);
    json[name] = value;
    return restoreSpecFromJson(json);
}

} // namespace

class SpecUpgradeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingChosenIsTheDefault_data();
    void nothingChosenIsTheDefault();
    void everySentinelIsLeftOpen();
    void whatWasChosenIsKept();
    void onlyTheTasksParametersAreTaken();
    void ignoredParametersAreNotEvenChecked();
    void aSpecOfThisVersionIsTakenAsItIs();
    void thePriorThatNobodyChose();
    void bothFormsMayBeMixed();
    void otherVersionsAreRefused_data();
    void otherVersionsAreRefused();
};

void SpecUpgradeTest::nothingChosenIsTheDefault_data() {
    QTest::addColumn<QString>("task");
    for (const TaskDescription& task : taskCatalogue()) {
        QTest::newRow(task.id.c_str()) << QString::fromStdString(task.id);
    }
}

void SpecUpgradeTest::nothingChosenIsTheDefault() {
    QFETCH(QString, task);
    const std::string id = task.toStdString();
    QCOMPARE(restoreSpecFromJson(flat(id)), specOf(id));
    const Json upgraded = upgradedSpec(flat(id), false);
    QCOMPARE(upgraded["version"].get<std::int64_t>(), kSpecVersion);
    ParameterValues newer; // what older programs did where one may choose now
    for (const auto& [name, value] : {std::pair{"detail", "smooth"}, std::pair{"tones", "darken"}}) {
        if (taskCatalogue().at(id).takesParameter(name)) {
            newer[name] = std::string(value);
        }
    }
    QCOMPARE(upgraded["taskParameters"].size() + newer.size(), taskCatalogue().at(id).parameters.size());
    QVERIFY(upgradedSpec(upgraded, false) == upgraded);
    RestoreSpec resolved = specOf(id);
    resolved.prior = "photo";
    resolved.taskParameters.insert(newer.begin(), newer.end());
    QCOMPARE(resolvedSpecFromJson(flat(id)), resolved);
}

void SpecUpgradeTest::everySentinelIsLeftOpen() {
    const Json upgraded = upgradedSpec(flat("old-photo"), false);
    for (const char* name : {"t0", "steps", "tile", "threads", "class", "device", "precision", "start", "estimate",
                             "method", "step-rule"}) {
        QVERIFY2(upgraded[name] == "auto", name);
    }
    QVERIFY(upgraded["taskParameters"]["sigma"] == "auto");
    QVERIFY(upgradedSpec(flat("dejpeg"), false)["taskParameters"]["quality"] == "auto");
    QVERIFY(!readWith("denoise", "sigma", -1).taskParameters.contains("sigma")); // also as a whole number
    QVERIFY(upgraded["seed"] == 0);
    QVERIFY(upgraded["samples"] == 1);
}

void SpecUpgradeTest::whatWasChosenIsKept() {
    RestoreSpec spec = specOf("old-photo", {{"keep-colours", true},
                                            {"kernel", std::string("gaussian:1")},
                                            {"boundary", std::string("circular")},
                                            {"sigma", 0.0},
                                            {"degrade", true}});
    spec.method = "ddnm";
    spec.prior = "ffhq";
    spec.classLabel = 0;
    spec.start = "estimate";
    spec.estimate = "/someone/guess.png";
    spec.t0 = 0.4;
    spec.steps = 20;
    spec.stepRule = "ddim";
    spec.seed = 9007199254740991u;
    spec.samples = 3;
    spec.tile = 128;
    spec.device = "cpu";
    spec.precision = "bf16";
    spec.threads = 1;
    spec.parameters = {{"guidance.scale", 1.5}, {"step-rule.eta", 0.0}};
    Json json = flat("old-photo");
    json.update(Json::parse(R"({
        "keep-colours": true, "kernel": "gaussian:1", "boundary": "circular", "sigma": 0.0, "degrade": true, "method": "ddnm", "prior": "ffhq",
        "class": 0, "start": "estimate", "estimate": "/someone/guess.png", "t0": 0.4, "steps": 20, "step-rule": "ddim",
        "seed": 9007199254740991, "samples": 3, "tile": 128, "device": "cpu", "precision": "bf16", "threads": 1,
        "parameters": {"guidance.scale": 1.5, "step-rule.eta": 0.0}})"));
    QCOMPARE(restoreSpecFromJson(json), spec);
}

void SpecUpgradeTest::onlyTheTasksParametersAreTaken() {
    QCOMPARE(readWith("upscale", "factor", 2), specOf("upscale", {{"factor", std::int64_t{2}}}));
    QCOMPARE(readWith("deblur", "factor", 2), specOf("deblur"));
    QCOMPARE(readWith("inpaint", "grow", 7), specOf("inpaint", {{"grow", std::int64_t{7}}}));
    QCOMPARE(readWith("declip", "grow", 7), specOf("declip"));
    QCOMPARE(readWith("dejpeg", "quality", 30), specOf("dejpeg", {{"quality", std::int64_t{30}}}));
    QCOMPARE(readWith("denoise", "quality", 30), specOf("denoise"));
    QCOMPARE(readWith("colorize", "sigma", 0.1), specOf("colorize", {{"sigma", 0.1}}));
    QCOMPARE(readWith("inpaint", "sigma", 0.1), specOf("inpaint"));
}

/// They never had an effect.
void SpecUpgradeTest::ignoredParametersAreNotEvenChecked() {
    QCOMPARE(readWith("inpaint", "factor", 3), specOf("inpaint"));
    QVERIFY_EXCEPTION_THROWN(readWith("upscale", "factor", 3), Error);
}

void SpecUpgradeTest::aSpecOfThisVersionIsTakenAsItIs() {
    const Json json = Json::parse(
        R"({"version": 2, "task": "upscale", "steps": 3, "prior": "photo", "taskParameters": {"factor": 2}})");
    QVERIFY(upgradedSpec(json, false) == json);
    QVERIFY(upgradedSpec(json, true) == json);
    RestoreSpec spec = specOf("upscale", {{"factor", std::int64_t{2}}});
    spec.steps = 3;
    spec.prior = "photo"; // here somebody chose it
    QCOMPARE(restoreSpecFromJson(json), spec);
}

/// Until version 1 everybody's spec said "photo"; what a run resolved was that prior indeed.
void SpecUpgradeTest::thePriorThatNobodyChose() {
    QVERIFY(!restoreSpecFromJson(flat()).prior);
    QCOMPARE(resolvedSpecFromJson(flat()).prior, std::optional<std::string>("photo"));
    QCOMPARE(readWith("inpaint", "prior", "cats").prior, std::optional<std::string>("cats"));
}

void SpecUpgradeTest::bothFormsMayBeMixed() {
    const RestoreSpec mixed = restoreSpecFromJson(
        Json::parse(R"({"task": "upscale", "taskParameters": {"factor": 2}, "downsampling": "bicubic"})"));
    QCOMPARE(mixed, specOf("upscale", {{"factor", std::int64_t{2}}, {"downsampling", std::string("bicubic")}}));
}

void SpecUpgradeTest::otherVersionsAreRefused_data() {
    QTest::addColumn<QString>("version");
    for (const char* version : {"3", "1", "0", "-2", "2.5", "\"2\"", "null", "99999999999999999999"}) {
        QTest::newRow(version) << version;
    }
}

void SpecUpgradeTest::otherVersionsAreRefused() {
    QFETCH(QString, version);
    Json json = flat();
    json["version"] = Json::parse(version.toStdString());
    for (const bool resolved : {false, true}) {
        const QString complaint = refusal(ErrorCode::badInput, [&] { upgradedSpec(json, resolved); });
        QVERIFY2(complaint.contains("version " + QString::fromStdString(json["version"].dump())),
                 qPrintable(complaint));
    }
    QVERIFY_EXCEPTION_THROWN(restoreSpecFromJson(json), Error);
}

QTEST_GUILESS_MAIN(SpecUpgradeTest)
#include "spec_upgrade_test.moc"
