// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/priors/prior_card.h"

#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <functional>

using namespace palimpsest;

namespace {

PriorCard wholeCard() {
    PriorCard card;
    card.id = "photo";
    card.title = "Photographs";
    card.licence = "CC-BY-SA-4.0";
    card.architecture = "compact-unet";
    card.config = R"({"widths":[8,16]})";
    card.trainingData = "Photographs.";
    card.weightsSha256 = std::string(64, 'a');
    return card;
}

/// The message for a card after `change`; empty if it is accepted.
std::string complaintAfter(const std::function<void(Json&)>& change) {
    Json json = toJson(wholeCard());
    change(json);
    try {
        priorCardFromJson(json, "card.json");
    } catch (const Error& error) {
        return error.code() == ErrorCode::badInput ? error.what() : "wrong code";
    }
    return {};
}

} // namespace

class PriorCardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void roundTripOfVarianceExploding();
    void scheduleValuesAreChecked();
    void roundTripOfFill();
    void everyEntryIsRequired();
    void unknownEntriesAreRefused();
    void wrongValuesAreRefused_data();
    void wrongValuesAreRefused();
    void missingFile();
};

void PriorCardTest::roundTrip() {
    PriorCard card = wholeCard();
    card.parametrisation = "eps";
    card.schedule = "linear";
    card.scheduleSteps = 500;
    card.channels = 1;
    card.nativeSize = 128;
    card.valueRange = {0, 1};
    card.weightsDtype = "F32";
    QCOMPARE(priorCardFromJson(toJson(card), "card.json"), card);
}

void PriorCardTest::roundTripOfVarianceExploding() {
    PriorCard card = wholeCard();
    card.parametrisation = "score";
    card.timeLabel = "sigma";
    card.schedule = "ve";
    card.scheduleValues = {{"sigma-min", 0.01}, {"sigma-max", 378.0}};
    card.channels = 2;
    card.valueRange = {0, 1};
    card.cost = {.multiplyAdds = 1e6, .activations = 2e4};
    QCOMPARE(priorCardFromJson(toJson(card), "card.json"), card);
}

void PriorCardTest::scheduleValuesAreChecked() {
    const auto complaint = [](const Json& values) {
        return complaintAfter(
            [&](Json& card) { card["schedule"] = {{"id", "ve"}, {"steps", 1000}, {"values", values}}; });
    };
    QCOMPARE(complaint({{"sigma-min", 0.02}}), std::string());
    QVERIFY(complaint({{"sigma-min", -1}}).find("sigma-min") != std::string::npos);
    QVERIFY(complaint({{"sigma-mean", 1}}).find("sigma-mean") != std::string::npos);
    QVERIFY(complaint({{"times", 10}}).find("times") != std::string::npos);
    QVERIFY(complaint(Json::array()).find("card.json") != std::string::npos);
}

void PriorCardTest::roundTripOfFill() {
    PriorCard card = wholeCard();
    card.kind = "fill";
    card.parametrisation = "x0";
    card.schedule.clear();
    card.scheduleSteps = 0;
    QVERIFY(!toJson(card).contains("schedule"));
    QCOMPARE(priorCardFromJson(toJson(card), "card.json"), card);
}

void PriorCardTest::everyEntryIsRequired() {
    const Json json = toJson(wholeCard());
    QVERIFY(json.size() >= 13);
    for (const auto& [name, ignored] : json.items()) {
        const std::string complaint = complaintAfter([&, key = name](Json& card) { card.erase(key); });
        QVERIFY2(complaint.find("\"" + name) != std::string::npos, (name + ": " + complaint).c_str());
    }
}

void PriorCardTest::unknownEntriesAreRefused() {
    QVERIFY(complaintAfter([](Json& card) { card["lisence"] = "x"; }).find("lisence") != std::string::npos);
    QVERIFY(complaintAfter([](Json& card) { card["weights"]["url"] = "x"; }).find("weights.url") != std::string::npos);
    QVERIFY(complaintAfter([](Json& card) { card["schedule"]["beta"] = 1; }).find("schedule.beta") !=
            std::string::npos);
}

void PriorCardTest::wrongValuesAreRefused_data() {
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::newRow("number for text") << "/title" << "3";
    QTest::newRow("empty licence") << "/licence" << "\"\"";
    QTest::newRow("capital id") << "/id" << "\"Photo\"";
    QTest::newRow("path as id") << "/id" << "\"../photo\"";
    QTest::newRow("unknown architecture") << "/architecture" << "\"transformer\"";
    QTest::newRow("unknown kind") << "/kind" << "\"gan\"";
    QTest::newRow("unknown parametrisation") << "/parametrisation" << "\"noise\"";
    QTest::newRow("unknown time label") << "/timeLabel" << "\"hour\"";
    QTest::newRow("unknown schedule") << "/schedule/id" << "\"karras\"";
    QTest::newRow("negative steps") << "/schedule/steps" << "-1";
    QTest::newRow("fraction of a step") << "/schedule/steps" << "1000.5";
    QTest::newRow("schedule as text") << "/schedule" << "\"cosine\"";
    QTest::newRow("five channels") << "/channels" << "5";
    QTest::newRow("huge size") << "/nativeSize" << "18446744073709551615";
    QTest::newRow("number as cost") << "/cost" << "3";
    QTest::newRow("reversed range") << "/valueRange" << "[1,-1]";
    QTest::newRow("range of three") << "/valueRange" << "[0,1,2]";
    QTest::newRow("climbing weights path") << "/weights/file" << "\"../weights.safetensors\"";
    QTest::newRow("absolute weights path") << "/weights/file" << "\"/etc/passwd\"";
    QTest::newRow("hidden weights file") << "/weights/file" << "\"..\"";
    QTest::newRow("short hash") << "/weights/sha256" << "\"abc\"";
    QTest::newRow("hash in capitals") << "/weights/sha256" << QString("\"%1\"").arg(QString(64, 'A'));
    QTest::newRow("unknown dtype") << "/weights/dtype" << "\"I8\"";
}

void PriorCardTest::wrongValuesAreRefused() {
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    const std::string complaint = complaintAfter(
        [&](Json& card) { card[Json::json_pointer(pointer.toStdString())] = Json::parse(value.toStdString()); });
    std::string path = pointer.mid(1).toStdString();
    std::replace(path.begin(), path.end(), '/', '.');
    QVERIFY2(complaint.find("\"" + path + "\"") != std::string::npos, complaint.c_str());
    QVERIFY2(complaint.find('\n') == std::string::npos, "one sentence");
}

void PriorCardTest::missingFile() {
    const QTemporaryDir folder;
    try {
        readPriorCard(folder.path().toStdString());
        QFAIL("a folder without a card was accepted");
    } catch (const Error& error) {
        QVERIFY(std::string(error.what()).find("card.json") != std::string::npos);
    }
}

QTEST_GUILESS_MAIN(PriorCardTest)
#include "prior_card_test.moc"
