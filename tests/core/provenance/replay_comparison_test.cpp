// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/replay_comparison.h"
#include "tests/support/whole_record.h"

#include <QTest>

#include <cmath>

using namespace palimpsest;

namespace {

Image grey(std::uint8_t value, int side = 4) {
    return {{side, side},
            1,
            PixelDepth::uint8,
            std::vector<std::byte>(static_cast<std::size_t>(side) * side, std::byte{value})};
}

/// The one difference that `change` makes; a name in capitals says that there is not exactly one.
std::string differenceAfter(void (*change)(RunRecord&)) {
    RunRecord replayed = wholeRecord();
    change(replayed);
    const auto differences = differingCircumstances(wholeRecord(), replayed);
    return differences.size() == 1 ? differences.front().name : "NOT ONE";
}

} // namespace

class ReplayComparisonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalRecordsDoNotDiffer();
    void namesTheCircumstance();
    void anotherTaskIsTold();
    void openFieldsAreAuto();
    void timingsAndFilesDoNotMatter();
    void agreement();
    void differenceInDecibels();
    void picturesThatCannotBeCompared();
    void missingSamplesDisagree();
};

void ReplayComparisonTest::equalRecordsDoNotDiffer() {
    QVERIFY(differingCircumstances(wholeRecord(), wholeRecord()).empty());
}

void ReplayComparisonTest::namesTheCircumstance() {
    QCOMPARE(differenceAfter([](RunRecord& r) { r.programVersion = "9"; }), "palimpsest");
    QCOMPARE(differenceAfter([](RunRecord& r) { r.torchVersion = "9"; }), "libtorch");
    QCOMPARE(differenceAfter([](RunRecord& r) { r.deviceTitle = "9"; }), "hardware");
    QCOMPARE(differenceAfter([](RunRecord& r) { r.resolved.device = "cuda:0"; }), "device");
    QCOMPARE(differenceAfter([](RunRecord& r) { r.resolved.precision = "fp32"; }), "precision");
    QCOMPARE(differenceAfter([](RunRecord& r) { r.resolved.threads = 9; }), "threads");
    QCOMPARE(differenceAfter([](RunRecord& r) { r.resolved.t0.reset(); }), "t0");
    QCOMPARE(differenceAfter([](RunRecord& r) { r.resolved.prior = "cats"; }), "prior");
    QCOMPARE(differenceAfter([](RunRecord& r) { r.resolved.taskParameters["grow"] = std::int64_t{9}; }), "grow");
    QCOMPARE(differenceAfter([](RunRecord& r) { r.resolved.taskParameters.erase("feather"); }), "feather");
    QCOMPARE(differenceAfter([](RunRecord& r) { r.resolved.parameters["clip"] = false; }), "parameters");
    QCOMPARE(differenceAfter([](RunRecord& r) { r.weights[0].sha256 = std::string(64, '9'); }), "weights of photo");
    QCOMPARE(differenceAfter([](RunRecord& r) { r.weights.pop_back(); }), "weights of photo-fill");
    QCOMPARE(differenceAfter([](RunRecord& r) { r.weights.push_back({"more", "9"}); }), "weights of more");
    QCOMPARE(differenceAfter([](RunRecord& r) { r.regions[0].levels[1].tiles = 9; }), "plan");
}

/// Of another task only that is told, and what both have: the parameters of one mean nothing in the other.
void ReplayComparisonTest::anotherTaskIsTold() {
    RunRecord replayed = wholeRecord();
    replayed.resolved.task = "denoise";
    replayed.resolved.taskParameters = {{"sigma", 0.1}};
    const auto differences = differingCircumstances(wholeRecord(), replayed);
    QCOMPARE(differences, (std::vector<CircumstanceDifference>{{"task", "inpaint", "denoise"}}));
}

/// What is open in one and chosen in the other.
void ReplayComparisonTest::openFieldsAreAuto() {
    RunRecord replayed = wholeRecord();
    replayed.resolved.tile.reset();
    const auto differences = differingCircumstances(wholeRecord(), replayed);
    QCOMPARE(differences, (std::vector<CircumstanceDifference>{{"tile", "256", "auto"}}));
}

void ReplayComparisonTest::timingsAndFilesDoNotMatter() {
    RunRecord replayed = wholeRecord();
    replayed.timings.clear();
    replayed.samples[0].path = "elsewhere.png";
    replayed.acquisition.path = "elsewhere.jpg";
    QVERIFY(differingCircumstances(wholeRecord(), replayed).empty());
}

void ReplayComparisonTest::agreement() {
    const auto comparison = compareReplay(wholeRecord(), wholeRecord(), {}, {});
    QVERIFY(comparison.agrees());
    QCOMPARE(inWords(comparison), "the bytes agree (2 samples)");
}

void ReplayComparisonTest::differenceInDecibels() {
    RunRecord replayed = wholeRecord();
    replayed.samples[1].pixelsSha256 = std::string(64, '9');
    replayed.resolved.device = "cuda:0";
    const std::vector<Image> saved{grey(100), grey(100)};
    const std::vector<Image> now{grey(100), grey(102)};
    const auto comparison = compareReplay(wholeRecord(), replayed, saved, now);
    QVERIFY(!comparison.agrees());
    QVERIFY(comparison.samples[0].agrees);
    QVERIFY(std::abs(*comparison.samples[1].psnr - 20 * std::log10(255.0 / 2)) < 1e-4);
    const std::string words = inWords(comparison);
    QVERIFY2(words.find("42.1 dB") != std::string::npos, words.c_str());
    QVERIFY2(words.find("device: recorded cpu, here cuda:0") != std::string::npos, words.c_str());
}

void ReplayComparisonTest::picturesThatCannotBeCompared() {
    RunRecord replayed = wholeRecord();
    replayed.samples[0].pixelsSha256 = std::string(64, '9');
    const std::vector<Image> now{grey(1), grey(1)};
    for (const Image& saved : {Image(), grey(1, 3)}) {
        const std::vector<Image> pictures{saved, saved};
        const auto comparison = compareReplay(wholeRecord(), replayed, pictures, now);
        QVERIFY(!comparison.samples[0].psnr);
        QVERIFY(!comparison.agrees());
        QVERIFY(inWords(comparison).find("nothing recorded explains") != std::string::npos);
    }
}

void ReplayComparisonTest::missingSamplesDisagree() {
    RunRecord replayed = wholeRecord();
    replayed.samples.pop_back();
    QVERIFY(!compareReplay(wholeRecord(), replayed, {}, {}).agrees());
    RunRecord none = wholeRecord();
    none.samples.clear();
    QVERIFY(!compareReplay(none, none, {}, {}).agrees());
}

QTEST_GUILESS_MAIN(ReplayComparisonTest)
#include "replay_comparison_test.moc"
