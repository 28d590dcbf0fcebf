// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoints/safetensors.h"
#include "core/model_import/prior_import.h"
#include "core/networks/network.h"
#include "core/priors/prior.h"
#include "tests/support/refusal.h"
#include "tests/support/tiny_prior.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <limits>
#include <memory>
#include <unistd.h>

using namespace palimpsest;

namespace {

using Choices = std::map<std::string, std::string>;

/// Counts, and stops the import after so many reports.
class CountingSink : public ProgressSink {
public:
    explicit CountingSink(int stopAfter = -1) : stopAfter_(stopAfter) {}
    void progressed(const Progress& progress) override {
        last = progress;
        if (++reports == stopAfter_) {
            source.request_stop();
        }
    }
    Progress last;
    int reports = 0;
    std::stop_source source;

private:
    int stopAfter_;
};

std::string golden(const char* name) { return std::string(PALIMPSEST_SOURCE_DIR "/tests/golden/") + name; }

double difference(const at::Tensor& actual, const at::Tensor& expected) {
    return ((actual - expected).abs().max() / expected.abs().max()).item<double>();
}

} // namespace

class PriorImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void computesWhatTheOriginalDid_data();
    void computesWhatTheOriginalDid();
    void theCardIsWhatWasChosen();
    void ownPriorsAreCopied();
    void aDamagedPriorIsNotCopied();
    void numbersKeepTheirType();
    void progressCountsBytes();
    void stoppingLeavesNothing();
    void takenIdsAreRefused();
    void impossibleIdsAreRefused();
    void wrongNumbersAreNamed();
    void whatIsNoPriorIsRefused();
    void foldersThatCannotBeWrittenTo();
    void theHashIsRemembered();

private:
    std::string path(const char* name) const { return folder_->filePath(name).toStdString(); }
    PriorEntry import(const ModelImport& import, CountingSink* sink = nullptr) const {
        CountingSink own;
        CountingSink& used = sink ? *sink : own;
        const PriorCatalogue catalogue(path("bundled"), path("user"));
        const WeightsHash hash(path("cache.json"));
        return importPrior(import, {catalogue, path("user"), hash}, used, used.source.get_token());
    }
    QStringList left() const {
        return QDir(folder_->filePath("user")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    ModelImport legacy() const {
        return {.path = golden("adm_unet/legacy.weights.safetensors"),
                .id = "legacy",
                .choices = {{"groups", "8"}, {"heads", "8-channels"}}};
    }

    std::unique_ptr<QTemporaryDir> folder_;
};

void PriorImportTest::computesWhatTheOriginalDid_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("cases");
    QTest::addColumn<Choices>("choices");
    const auto row = [](const char* name, const char* file, const char* cases, const Choices& choices) {
        QTest::newRow(name) << file << cases << choices;
    };
    const auto adm = [&](const char* name, const Choices& choices) {
        const std::string stem = std::string("adm_unet/") + name;
        row(name, (stem + ".weights.safetensors").c_str(), (stem + ".cases.safetensors").c_str(), choices);
    };
    adm("legacy", {{"groups", "8"}, {"heads", "8-channels"}});
    adm("new_order", {{"groups", "16"}, {"heads", "16-channels"}, {"attention-order", "new"}});
    adm("classes", {{"groups", "8"}, {"heads", "4"}});
    adm("added", {{"groups", "4"}, {"heads", "2"}});
    adm("small_new_order", {{"groups", "4"}, {"heads", "4-channels"}, {"attention-order", "new"}});
    row("ncsnpp skip", "ncsnpp/skip.pth", "ncsnpp/skip.cases.safetensors", {});
    row("ncsnpp residual", "ncsnpp/residual.pth", "ncsnpp/residual.cases.safetensors", {});
    row("ncsnpp cat", "ncsnpp/cat.pth", "ncsnpp/cat.cases.safetensors",
        {{"skip-rescale", "no"}, {"value-range", "-1..1"}});
    row("ddpm++", "ncsnpp/ddpmpp.pth", "ncsnpp/ddpmpp.cases.safetensors", {{"fir", "no"}});
    row("ncsnpp without time", "ncsnpp/unconditional.pth", "ncsnpp/unconditional.cases.safetensors",
        {{"value-range", "-1..1"}});
    row("simple ddpm", "simple_ddpm/published.ckpt", "simple_ddpm/published.cases.safetensors", {});
    row("simple ddpm that pools", "simple_ddpm/pooled.ckpt", "simple_ddpm/pooled.cases.safetensors", {{"groups", "4"}});
    for (const char* name : {"bare", "hollow", "numbers", "plain", "resnet", "skip"}) {
        const std::string folder = std::string("unet2d/") + name;
        row(("diffusers " + std::string(name)).c_str(), folder.c_str(), (folder + "/cases.safetensors").c_str(), {});
    }
}

/// The whole way: a file as the original code saves it, imported, loaded, evaluated.
void PriorImportTest::computesWhatTheOriginalDid() {
    QFETCH(QString, file);
    QFETCH(QString, cases);
    QFETCH(Choices, choices);
    const PriorEntry prior = import({.path = golden(file.toUtf8()), .id = "it", .choices = choices});
    const auto network = loadPrior(prior, WeightsHash());
    const StateDict expected = readSafetensors(golden(cases.toUtf8())).tensors;
    const at::Tensor& x = expected.at("x");
    const at::Tensor& time = expected.at("time");
    const at::Tensor y = expected.contains("classes") ? network->forwardOfClass(x, time, expected.at("classes"))
                                                      : network->forward(x, time);
    const double error = difference(y, expected.at("output"));
    QVERIFY2(error < 1e-5, (std::to_string(error) + " with " + prior.card.config).c_str());
    verifyPrior(prior);
    QVERIFY(prior.card.cost.isKnown());
}

void PriorImportTest::theCardIsWhatWasChosen() {
    const PriorEntry prior = import({.path = golden("ncsnpp/skip.pth"),
                                     .id = "mine",
                                     .title = "My title",
                                     .licence = "CC0-1.0",
                                     .choices = {{"sigma-max", "50"}, {"size", "32"}}});
    QCOMPARE(prior.card.id, std::string("mine"));
    QCOMPARE(prior.card.title, std::string("My title"));
    QCOMPARE(prior.card.licence, std::string("CC0-1.0"));
    QCOMPARE(prior.card.schedule, std::string("ve"));
    QCOMPARE(std::get<double>(prior.card.scheduleValues.at("sigma-max")), 50.0);
    QCOMPARE(prior.card.nativeSize, 32);
    QCOMPARE(prior.folder, path("user") + "/mine");
    QCOMPARE(left(), QStringList{"mine"});
    QCOMPARE(QDir(QString::fromStdString(prior.folder)).entryList(QDir::Files | QDir::Hidden).size(), 2);
}

void PriorImportTest::ownPriorsAreCopied() {
    const PriorEntry tiny = makeTinyPrior(path("elsewhere"));
    for (const std::string& given : {path("elsewhere"), path("elsewhere") + "/weights.safetensors"}) {
        const PriorEntry copy = import({.path = given, .id = given.ends_with("s") ? "second" : "first"});
        QCOMPARE(copy.card.parametrisation, tiny.card.parametrisation);
        QCOMPARE(copy.card.config, tiny.card.config);
        const auto a = loadPrior(tiny, WeightsHash())->parameters();
        const auto b = loadPrior(copy, WeightsHash())->parameters();
        for (std::size_t i = 0; i < a.size(); ++i) {
            QVERIFY(a[i].second.equal(b[i].second));
        }
    }
}

void PriorImportTest::aDamagedPriorIsNotCopied() {
    makeTinyPrior(path("elsewhere"));
    QFile file(folder_->filePath("elsewhere/weights.safetensors"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(file.size() - 1);
    file.write("x");
    file.close();
    const QString message = refusal(ErrorCode::badInput, [&] { import({.path = path("elsewhere")}); });
    QVERIFY2(message.contains("SHA-256"), qPrintable(message));
    QVERIFY(left().isEmpty());
}

void PriorImportTest::numbersKeepTheirType() {
    const Safetensors whole = readSafetensors(golden("adm_unet/legacy.weights.safetensors"));
    const std::map<at::ScalarType, std::string> types{
        {at::kHalf, "F16"}, {at::kBFloat16, "BF16"}, {at::kFloat, "F32"}, {at::kDouble, "F32"}};
    for (const auto& [type, name] : types) {
        Safetensors content;
        for (const auto& [key, tensor] : whole.tensors) {
            content.tensors.add(key, tensor.to(type));
        }
        writeSafetensors(path("x.safetensors"), content);
        ModelImport what = legacy();
        what.path = path("x.safetensors");
        what.id = "from-" + std::to_string(static_cast<int>(type));
        const PriorEntry prior = import(what);
        QCOMPARE(prior.card.weightsDtype, name);
        const StateDict stored = readSafetensors(prior.folder + "/weights.safetensors").tensors;
        QVERIFY(stored.at("out.2.weight")
                    .equal(whole.tensors.at("out.2.weight").to(type).to(stored.at("out.2.weight").scalar_type())));
    }
}

void PriorImportTest::progressCountsBytes() {
    CountingSink sink;
    const PriorEntry prior = import(legacy(), &sink);
    QCOMPARE(sink.last.done, sink.last.total);
    QVERIFY(sink.last.total > 0 && sink.last.total <= prior.byteSize);
    QVERIFY(sink.reports > 100);
    QVERIFY(!sink.last.phase.isEmpty());
}

void PriorImportTest::stoppingLeavesNothing() {
    for (const int after : {1, 2, 60}) {
        CountingSink sink(after);
        QVERIFY_THROWS_EXCEPTION(Cancelled, import(legacy(), &sink));
        QVERIFY(left().isEmpty());
        QCOMPARE(sink.reports, after);
    }
}

void PriorImportTest::takenIdsAreRefused() {
    import(legacy());
    const QString message = refusal(ErrorCode::badArgument, [&] { import(legacy()); });
    QVERIFY2(message.contains("legacy-2"), qPrintable(message));
    makeTinyPrior(path("bundled/photo"), "photo");
    ModelImport named = legacy();
    named.id = "photo";
    QVERIFY(refusal(ErrorCode::badArgument, [&] { import(named); }).contains("photo-2"));
    QCOMPARE(left(), QStringList{"legacy"});
}

void PriorImportTest::impossibleIdsAreRefused() {
    for (const char* id : {"../x", "A", "-a", "a b", ".hidden"}) {
        ModelImport named = legacy();
        named.id = id;
        QVERIFY2(refusal(ErrorCode::badArgument, [&] { import(named); }).contains("is no id"), id);
    }
    QVERIFY(left().isEmpty());
}

void PriorImportTest::wrongNumbersAreNamed() {
    for (const double bad : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
        Safetensors content;
        for (const auto& [key, tensor] : readSafetensors(golden("adm_unet/legacy.weights.safetensors")).tensors) {
            at::Tensor copy = tensor.clone();
            if (key == "middle_block.1.qkv.weight") {
                copy.view({-1})[17] = bad;
            }
            content.tensors.add(key, copy);
        }
        writeSafetensors(path("x.safetensors"), content);
        ModelImport what = legacy();
        what.path = path("x.safetensors");
        QVERIFY(refusal(ErrorCode::badInput, [&] { import(what); }).contains("middle_block.1.qkv.weight"));
        QVERIFY(left().isEmpty());
    }
}

void PriorImportTest::whatIsNoPriorIsRefused() {
    QVERIFY(refusal(ErrorCode::badInput, [&] {
                import({.path = golden("adm_unet/upsampler.weights.safetensors")});
            }).contains("low-resolution"));
    QVERIFY(refusal(ErrorCode::badInput, [&] { import({.path = golden("pictures/animated.gif")}); }).size() > 20);
    QVERIFY(refusal(ErrorCode::badInput, [&] { import({.path = golden("checkpoints/bare_tensor.pt")}); }).size() > 20);
    QVERIFY(
        refusal(ErrorCode::badArgument, [&] { import({.path = path("nothing.pt")}); }).contains("there is no file"));
    QDir(folder_->path()).mkpath("empty");
    QVERIFY(refusal(ErrorCode::badInput, [&] { import({.path = path("empty")}); }).contains("without a checkpoint"));
    QVERIFY(left().isEmpty());
}

void PriorImportTest::foldersThatCannotBeWrittenTo() {
    QFile file(folder_->filePath("user"));
    QVERIFY(file.open(QIODevice::WriteOnly)); // a file where the folder should be: refused for root too
    file.close();
    QVERIFY(refusal(ErrorCode::failed, [&] { import(legacy()); }).contains("cannot make the folder"));
    QVERIFY(file.remove());
    if (geteuid() == 0) {
        return; // may write everywhere
    }
    QDir(folder_->path()).mkpath("user");
    QFile::setPermissions(folder_->filePath("user"), QFileDevice::ReadOwner | QFileDevice::ExeOwner);
    QVERIFY(refusal(ErrorCode::failed, [&] { import(legacy()); }).contains("cannot make the folder"));
    QFile::setPermissions(folder_->filePath("user"),
                          QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
}

void PriorImportTest::theHashIsRemembered() {
    const PriorEntry prior = import(legacy());
    const WeightsHash hash(path("cache.json"));
    QCOMPARE(hash.remembered(prior.folder + "/weights.safetensors").value_or("none"), prior.card.weightsSha256);
    QCOMPARE(hash.fresh(prior.folder + "/weights.safetensors"), prior.card.weightsSha256);
}

QTEST_GUILESS_MAIN(PriorImportTest)
#include "prior_import_test.moc"
