// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Records and specs of version 0.1: they are still read, and today's program makes the bytes that they tell. Where a
// change of the bytes was meant, make_records.sh gave them those of the new version.
#include "core/image/metrics.h"
#include "core/io/image_file.h"
#include "core/provenance/record_file.h"
#include "tests/support/palimpsest_process.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>
#include <functional>
#include <utility>
#include <vector>

using namespace palimpsest;

namespace {

/// dB: what other instruction sets or libraries may change.
constexpr double kNearlyEqual = 40;

QString goldenPath(const QString& name) { return QStringLiteral(PALIMPSEST_SOURCE_DIR "/tests/golden/replay/") + name; }

/// The rows of a test: the files of that ending, without it.
void everyFile(const char* ending) {
    QTest::addColumn<QString>("name");
    const QStringList names = QDir(goldenPath("")).entryList({QString("*") + ending}, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        const QString stem = name.chopped(static_cast<int>(std::strlen(ending)));
        QTest::newRow(qPrintable(stem)) << stem;
    }
}

RunRecord goldenRecord(const QString& name) { return readRunRecord(goldenPath(name + ".png.json").toStdString()); }

/// The object that a run with --json printed last; empty if there is none.
Json lastEvent(const QByteArray& output) {
    const Json event = Json::parse(output.trimmed().split('\n').back().toStdString(), nullptr, false);
    return event.is_object() ? event : Json::object();
}

std::vector<Json> differencesOf(const Json& report) { return report.value("differences", std::vector<Json>{}); }

bool differsIn(const Json& report, const std::string& name) {
    const auto differences = differencesOf(report);
    return std::any_of(differences.begin(), differences.end(),
                       [&](const Json& difference) { return difference.at("name") == name; });
}

QString fileNameOf(const Json& path) { return QFileInfo(QString::fromStdString(path.get<std::string>())).fileName(); }

/// Another version, machine or folder.
bool isExpected(const Json& difference) {
    const std::string name = difference.at("name").get<std::string>();
    const bool isMoved = (name == "kernel" || name == "estimate") &&
                         fileNameOf(difference.at("recorded")) == fileNameOf(difference.at("replayed"));
    return isMoved || name == "palimpsest" || name == "libtorch" || name == "hardware";
}

bool isNearlyEqual(const Json& sample) {
    return sample.at("agrees").get<bool>() ||
           (sample.at("psnr").is_number() && sample.at("psnr").get<double>() >= kNearlyEqual);
}

bool hasNearlyEqualSamples(const Json& report) {
    const auto samples = report.value("samples", std::vector<Json>{});
    return !samples.empty() && std::all_of(samples.begin(), samples.end(), isNearlyEqual);
}

/// A spec of that task, held to what all records were made with.
RestoreSpec specOf(const char* task, ParameterValues own = {}) {
    RestoreSpec spec;
    spec.task = task;
    spec.taskParameters = std::move(own);
    spec.device = "cpu";
    spec.precision = "fp32";
    spec.threads = 2;
    return spec;
}

RestoreSpec with(RestoreSpec spec, const std::function<void(RestoreSpec&)>& change) {
    change(spec);
    return spec;
}

using Specs = std::vector<std::pair<const char*, RestoreSpec>>;

std::int64_t whole(std::int64_t value) { return value; }

std::string word(const char* value) { return value; }

Specs specsOfHoles() {
    return {
        {"inpaint_default", specOf("inpaint")},
        {"inpaint_samples", with(specOf("inpaint", {{"grow", whole(2)}, {"feather", whole(3)}}),
                                 [](RestoreSpec& spec) {
                                     spec.samples = 2;
                                     spec.seed = 5;
                                 })},
        {"inpaint_fill", with(specOf("inpaint"),
                              [](RestoreSpec& spec) {
                                  spec.method = "fill";
                                  spec.parameters = {{"fill.views", whole(2)},
                                                     {"fill.first", word("telea")},
                                                     {"pyramid.radius", whole(4)}};
                              })},
        {"inpaint_ddnm", with(specOf("inpaint"),
                              [](RestoreSpec& spec) {
                                  spec.method = "ddnm";
                                  spec.start = "noise";
                                  spec.steps = 5;
                                  spec.stepRule = "ddpm";
                                  spec.seed = 11;
                                  spec.parameters = {{"pyramid.radius", whole(6)}};
                              })},
        {"inpaint_own_estimate", with(specOf("inpaint"),
                                      [](RestoreSpec& spec) {
                                          spec.method = "ddnm";
                                          spec.estimate = "first.png";
                                          spec.t0 = 0.4;
                                          spec.steps = 4;
                                      })},
    };
}

Specs specsOfWholePictures() {
    const auto method = [](RestoreSpec spec, const char* id, int steps) {
        spec.method = id;
        spec.steps = steps;
        return spec;
    };
    return {
        {"colorize_default", specOf("colorize")},
        {"colorize_ddrm", with(method(specOf("colorize", {{"sigma", 0.05}, {"degrade", true}}), "ddrm", 5),
                               [](RestoreSpec& spec) { spec.parameters = {{"guidance.eta", 0.7}}; })},
        {"upscale_four", specOf("upscale", {{"sigma", 0.0}})},
        {"upscale_noisy",
         specOf("upscale", {{"factor", whole(2)}, {"sigma", 0.04}, {"downsampling", word("bicubic")}})},
        {"deblur_default", specOf("deblur")},
        {"deblur_kernel", with(specOf("deblur", {{"kernel", word("kernel.png")}, {"sigma", 0.0}}),
                               [](RestoreSpec& spec) { spec.seed = 4; })},
        {"denoise_default", specOf("denoise")},
        {"denoise_diffpir", with(method(specOf("denoise", {{"sigma", 0.05}}), "diffpir", 4),
                                 [](RestoreSpec& spec) {
                                     spec.tile = 64;
                                     spec.parameters = {{"guidance.lambda", whole(2)}};
                                 })},
        {"old_photo_default", specOf("old-photo", {{"kernel", word("gaussian:1")}})},
        {"old_photo_colours", with(specOf("old-photo", {{"keep-colours", true}, {"sigma", 0.02}}),
                                   [](RestoreSpec& spec) { spec.seed = 6; })},
        {"dejpeg_default", specOf("dejpeg")},
        {"dejpeg_degrade", method(specOf("dejpeg", {{"quality", whole(15)}, {"degrade", true}}), "ddnm", 4)},
        {"declip_default", specOf("declip")},
        {"declip_both",
         with(method(specOf("declip", {{"clipped", word("both")}, {"headroom", 2.0}, {"degrade", true}}), "mpgd", 4),
              [](RestoreSpec& spec) { spec.parameters = {{"guidance.scale", 0.8}}; })},
    };
}

/// What NAME.spec.json says.
Specs specsOfFiles() {
    return {
        {"spec_inpaint", with(specOf("inpaint", {{"grow", whole(1)}, {"feather", whole(2)}}),
                              [](RestoreSpec& spec) {
                                  spec.method = "mcg";
                                  spec.steps = 3;
                                  spec.seed = 7;
                                  spec.parameters = {{"guidance.scale", 2.5}, {"guidance.noise-aware", true}};
                              })},
        {"spec_upscale", specOf("upscale", {{"factor", whole(2)}})},
        {"spec_deblur",
         with(specOf("deblur", {{"kernel", word("kernel.png")}, {"boundary", word("circular")}, {"sigma", 0.01}}),
              [](RestoreSpec& spec) {
                  spec.method = "diffpir";
                  spec.estimate = "./first.png";
                  spec.t0 = 0.3;
                  spec.steps = 3;
                  spec.parameters = {{"guidance.lambda", whole(2)}};
              })},
        {"spec_dejpeg", with(specOf("dejpeg"),
                             [](RestoreSpec& spec) {
                                 spec.method = "default";
                                 spec.seed = 12;
                             })},
    };
}

} // namespace

class GoldenReplayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyRecordIsRead_data() { everyFile(".png.json"); }
    void everyRecordIsRead();
    void recordedSpecsAreUpgraded();
    void resolvedSpecsAreUpgraded();
    void writtenSpecsAreUpgraded();
    void replaysAgree_data() { everyFile(".png.json"); }
    void replaysAgree();
    void writtenSpecsMakeTheSameBytes_data() { everyFile(".spec.json"); }
    void writtenSpecsMakeTheSameBytes();

private:
    QTemporaryDir home_;
};

/// make_records.sh sets the same.
void GoldenReplayTest::initTestCase() {
    qputenv("ONEDNN_MAX_CPU_ISA", "AVX2");
    qputenv("ATEN_CPU_CAPABILITY", "avx2");
    qputenv("MKL_CBWR", "COMPATIBLE");
    qputenv("MKL_DYNAMIC", "FALSE");
    qputenv("OPENCV_CPU_DISABLE", "AVX512-SKX");
}

void GoldenReplayTest::everyRecordIsRead() {
    QFETCH(QString, name);
    const RunRecord record = goldenRecord(name);
    QCOMPARE(record.programVersion, std::string("0.1.0"));
    for (const RestoreSpec* spec : {&record.spec, &record.resolved}) {
        validate(*spec);
        QVERIFY(!spec->classLabel);
        for (const auto& [parameter, value] : spec->taskParameters) {
            QVERIFY2(taskCatalogue().at(spec->task).takesParameter(parameter), parameter.c_str());
            QVERIFY2(!std::holds_alternative<Automatic>(value), parameter.c_str());
        }
    }
    QVERIFY(!record.spec.prior);
    QCOMPARE(record.resolved.prior, std::optional<std::string>("photo"));
    QVERIFY(record.resolved.method && record.resolved.start);
    QCOMPARE(record.samples.size(), static_cast<std::size_t>(record.spec.samples));
    QVERIFY(!record.regions.empty());
    QVERIFY(QFileInfo::exists(goldenPath(QString::fromStdString(record.acquisition.path))));
    QCOMPARE(runRecordFromText(toText(record), "written anew"), record);
}

void GoldenReplayTest::recordedSpecsAreUpgraded() {
    for (const Specs& specs : {specsOfHoles(), specsOfWholePictures()}) {
        for (const auto& [name, spec] : specs) {
            QVERIFY2(goldenRecord(name).spec == spec, name);
        }
    }
}

/// What was chosen at the time stays chosen; what a run had no use for is open, where -1, 0 or a default stood.
void GoldenReplayTest::resolvedSpecsAreUpgraded() {
    const RestoreSpec fill = goldenRecord("inpaint_fill").resolved;
    QVERIFY(!fill.t0 && !fill.steps);
    QCOMPARE(fill.estimate, std::optional<std::string>("photo-fill"));
    QCOMPARE(fill.taskParameters, (ParameterValues{{"detail", std::string("smooth")}}));
    const RestoreSpec noise = goldenRecord("inpaint_ddnm").resolved;
    QCOMPARE(noise.t0, std::optional<double>(1));
    QCOMPARE(noise.steps, std::optional<int>(5));
    QCOMPARE(noise.start, std::optional<std::string>("noise"));
    QCOMPARE(given<double>(goldenRecord("denoise_samples").resolved.taskParameters, "sigma"),
             std::optional<double>(0.08));
    QVERIFY(given<double>(goldenRecord("denoise_default").resolved.taskParameters, "sigma") > 0.08); // estimated
    QVERIFY(!goldenRecord("dejpeg_default").resolved.taskParameters.contains("sigma"));
    QCOMPARE(goldenRecord("inpaint_regions").regions.size(), 2u);
    QCOMPARE(goldenRecord("inpaint_tiles").regions.at(0).levels.at(0).tiles, 4);
}

void GoldenReplayTest::writtenSpecsAreUpgraded() {
    for (const auto& [name, spec] : specsOfFiles()) {
        Json json = readJson(goldenPath(QString(name) + ".spec.json").toStdString());
        for (const char* file : {"input", "mask", "output"}) {
            json.erase(file);
        }
        QVERIFY2(restoreSpecFromJson(json) == spec, name);
    }
}

void GoldenReplayTest::replaysAgree() {
    QFETCH(QString, name);
    const ProgramRun run = runPalimpsest({"replay", goldenPath(name + ".png.json"), "--json"}, home_.path());
    const Json report = lastEvent(run.output);
    const QByteArray text = QByteArray::fromStdString(report.dump(2)) + run.messages;
    QVERIFY2(report.value("event", "") == "finished", text.constData());
    const auto differences = differencesOf(report);
    QVERIFY2(std::all_of(differences.begin(), differences.end(), isExpected), text.constData());
    const bool isElsewhere = differsIn(report, "hardware") || differsIn(report, "libtorch");
    QVERIFY2(report.at("agrees") == true || (isElsewhere && hasNearlyEqualSamples(report)), text.constData());
}

void GoldenReplayTest::writtenSpecsMakeTheSameBytes() {
    QFETCH(QString, name);
    const QString output = home_.filePath(name + ".png");
    const ProgramRun run = runPalimpsest({"restore", goldenPath(name + ".spec.json"), "-o", output}, home_.path());
    QVERIFY2(run.exitCode == 0, run.messages.constData());
    const RunRecord golden = goldenRecord(name);
    const RunRecord record = readRunRecord((output + ".json").toStdString());
    QCOMPARE(record.spec.taskParameters.size(), golden.spec.taskParameters.size());
    if (record.deviceTitle == golden.deviceTitle && record.torchVersion == golden.torchVersion) {
        QCOMPARE(record.samples.at(0).pixelsSha256, golden.samples.at(0).pixelsSha256);
    } else {
        QVERIFY(psnr(readImage(goldenPath(name + ".png").toStdString()), readImage(output.toStdString())) >=
                kNearlyEqual);
    }
}

QTEST_GUILESS_MAIN(GoldenReplayTest)
#include "golden_replay_test.moc"
