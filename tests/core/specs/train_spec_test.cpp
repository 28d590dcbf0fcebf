// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/specs/train_spec.h"

#include <QTest>
#include <nlohmann/json.hpp>

using namespace palimpsest;

namespace {

TrainSpec wholeSpec() {
    TrainSpec spec;
    spec.pictures = "/pictures";
    spec.output = "/prior";
    spec.kind = "fill";
    spec.id = "mine";
    spec.title = "Mine";
    spec.licence = "CC0-1.0";
    spec.trainingData = "My pictures.";
    spec.steps = 12345;
    spec.minutes = 1.5;
    spec.batch = 7;
    spec.crop = 96;
    spec.learningRate = 1e-3;
    spec.checkpointMinutes = 2;
    spec.resume = false;
    spec.seed = 99;
    spec.device = "cpu";
    spec.precision = "fp32";
    spec.threads = 1;
    return spec;
}

} // namespace

class TrainSpecTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldSurvivesJson();
    void foldersAreRequired();
    void unknownKeysAreRefused();
    void defaultsMatchTheSchemas();
};

void TrainSpecTest::everyFieldSurvivesJson() {
    QCOMPARE(trainSpecFromJson(Json::parse(toJson(wholeSpec()).dump())), wholeSpec());
    for (const auto& schema : trainSchemas()) {
        QVERIFY2(field(wholeSpec(), schema.name) != field(TrainSpec{}, schema.name), schema.name.c_str());
    }
}

void TrainSpecTest::foldersAreRequired() {
    QVERIFY_EXCEPTION_THROWN(validate(TrainSpec{}), Error);
    TrainSpec spec;
    spec.pictures = "p";
    QVERIFY_EXCEPTION_THROWN(validate(spec), Error);
    spec.output = "o";
    validate(spec);
}

void TrainSpecTest::unknownKeysAreRefused() {
    Json json = toJson(wholeSpec());
    json["epochs"] = 3;
    QVERIFY_EXCEPTION_THROWN(trainSpecFromJson(json), Error);
}

void TrainSpecTest::defaultsMatchTheSchemas() {
    for (const auto& schema : trainSchemas()) {
        QVERIFY2(field(TrainSpec{}, schema.name) == schema.defaultValue, schema.name.c_str());
        QVERIFY2(schema.description.size() > 10 && schema.description.back() == '.', schema.name.c_str());
    }
}

QTEST_GUILESS_MAIN(TrainSpecTest)
#include "train_spec_test.moc"
