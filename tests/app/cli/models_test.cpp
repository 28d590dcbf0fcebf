// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoints/safetensors.h"
#include "core/files/npy_file.h"
#include "tests/support/command_line_fixture.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace palimpsest;

/// Checkpoints from a file to a restored picture, by the program that users run.
class ModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addedNetworksComputeWhatTheirOriginalsDid_data();
    void addedNetworksComputeWhatTheirOriginalsDid();
    void dryRunAddsNothing();
    void addsShowsAndRemoves();
    void previewDrawsASheet();
    void refusals_data();
    void refusals();
    void inspectDescribesCheckpoints();
    void publishedModelsAreListed();
    void licencesMustBeAccepted();

private:
    static QString golden(const QString& name) { return PALIMPSEST_SOURCE_DIR "/tests/golden/" + name; }
    static QStringList legacy(const QString& id) {
        return {"models",   "add",      golden("adm_unet/legacy.weights.safetensors"),
                "--id",     id,         "--choice",
                "groups=8", "--choice", "heads=8-channels"};
    }
    void save(const char* name, const at::Tensor& tensor) const {
        const at::Tensor flat = tensor.to(at::kFloat).contiguous();
        writeNpy(fixture_.path(name),
                 {flat.sizes().vec(), {flat.const_data_ptr<float>(), flat.const_data_ptr<float>() + flat.numel()}});
    }
    at::Tensor load(const char* name) const {
        const NpyArray array = readNpy(fixture_.path(name));
        return at::tensor(array.values).reshape(array.shape);
    }
    static double difference(const at::Tensor& actual, const at::Tensor& expected) {
        return ((actual - expected).abs().max() / expected.abs().max()).item<double>();
    }

    CommandLineFixture fixture_;
};

void ModelsTest::addedNetworksComputeWhatTheirOriginalsDid_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("cases");
    QTest::addColumn<QStringList>("choices");
    QTest::newRow("adm") << "adm_unet/classes.weights.safetensors" << "adm_unet/classes.cases.safetensors"
                         << QStringList{"groups=8", "heads=4"};
    QTest::newRow("ncsnpp") << "ncsnpp/skip.pth" << "ncsnpp/skip.cases.safetensors" << QStringList();
    QTest::newRow("simple-ddpm") << "simple_ddpm/published.ckpt" << "simple_ddpm/published.cases.safetensors"
                                 << QStringList();
    QTest::newRow("diffusers") << "unet2d/skip" << "unet2d/skip/cases.safetensors" << QStringList();
}

/// models add, then models evaluate with the gradient, of the last case.
void ModelsTest::addedNetworksComputeWhatTheirOriginalsDid() {
    QFETCH(QString, file);
    QFETCH(QString, cases);
    QFETCH(QStringList, choices);
    const QString id = QString("added-") + QTest::currentDataTag();
    QStringList add{"models", "add", golden(file), "--id", id};
    for (const QString& choice : choices) {
        add << "--choice" << choice;
    }
    const ProgramRun added = fixture_.run(add);
    QVERIFY2(added.exitCode == 0, added.messages.constData());
    const StateDict expected = readSafetensors(golden(cases).toStdString()).tensors;
    const auto last = [&](const char* name) { return expected.at(name).slice(0, -1); };
    save("x.npy", last("x"));
    save("c.npy", last("cotangent"));
    QStringList evaluate{"models",
                         "evaluate",
                         id,
                         "--input",
                         "x.npy",
                         "--time",
                         QString::number(last("time").item<double>(), 'g', 17),
                         "-o",
                         "y.npy",
                         "--gradient",
                         "g.npy",
                         "--cotangent",
                         "c.npy"};
    if (expected.contains("classes")) {
        evaluate << "--class" << QString::number(last("classes").item<std::int64_t>());
    }
    const ProgramRun evaluated = fixture_.run(evaluate);
    QVERIFY2(evaluated.exitCode == 0, evaluated.messages.constData());
    QVERIFY2(difference(load("y.npy"), last("output")) < 1e-5,
             qPrintable(QString::number(difference(load("y.npy"), last("output")))));
    QVERIFY2(difference(load("g.npy"), last("gradient")) < 1e-5,
             qPrintable(QString::number(difference(load("g.npy"), last("gradient")))));
}

void ModelsTest::dryRunAddsNothing() {
    const ProgramRun run = fixture_.run(legacy("never") + QStringList{"--dry-run"});
    QVERIFY2(run.exitCode == 0, run.messages.constData());
    for (const char* words : {"ADM U-Net", "346 022 weights", "groups          8", "schedule        linear  (assumed)",
                              "licence         unknown"}) {
        QVERIFY2(run.output.contains(words), run.output.constData());
    }
    QVERIFY(!fixture_.run({"models", "list"}).output.contains("never"));
    const auto events = eventsOf(fixture_.run(legacy("never") + QStringList{"--dry-run", "--json"}).output);
    QCOMPARE(events.back()["model"]["parameters"].get<int>(), 346022);
}

void ModelsTest::addsShowsAndRemoves() {
    const ProgramRun added = fixture_.run(legacy("mine") + QStringList{"--title", "Mine", "--licence", "CC0-1.0"});
    QVERIFY2(added.exitCode == 0, added.messages.constData());
    QVERIFY2(added.messages.contains("assumed: schedule = linear"), added.messages.constData());
    QVERIFY(!added.messages.contains("assumed: groups"));
    const QByteArray shown = fixture_.run({"models", "show", "mine"}).output;
    QVERIFY2(shown.contains("CC0-1.0") && shown.contains("adm-unet"), shown.constData());
    QVERIFY(fixture_.run({"models", "verify", "mine"}).output.contains("sound"));
    QCOMPARE(fixture_.run(legacy("mine")).exitCode, 2);
    const ProgramRun restored =
        fixture_.run({"inpaint", "photo.png", "--mask", "mask.png", "-o", "with-mine.png", "--prior", "mine",
                      "--method", "ddnm", "--steps", "2", "--device", "cpu", "--threads", "1"});
    QVERIFY2(restored.exitCode == 0, restored.messages.constData());
    QCOMPARE(fixture_.run({"models", "remove", "mine"}).exitCode, 0);
    QVERIFY(!fixture_.run({"models", "list"}).output.contains("mine"));
    QCOMPARE(fixture_.run({"models", "remove", "mine"}).exitCode, 2);
    QCOMPARE(fixture_.run({"models", "remove", "photo"}).exitCode, 2);
}

void ModelsTest::previewDrawsASheet() {
    const ProgramRun run = fixture_.run(
        {"models", "preview", golden("ncsnpp/residual.pth"), "--choice", "size=16", "--count", "3", "-o", "sheet.png"});
    QVERIFY2(run.exitCode == 0, run.messages.constData());
    const Image sheet = readImage(fixture_.path("sheet.png"));
    QCOMPARE(sheet.width(), 3 * 16 + 2 * 2);
    QCOMPARE(sheet.height(), 16);
    QVERIFY(!fixture_.run({"models", "list"}).output.contains("residual"));
}

void ModelsTest::refusals_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    const QString file = golden("adm_unet/legacy.weights.safetensors");
    QTest::newRow("no model") << QStringList{"add"} << "needs FILE";
    QTest::newRow("nothing there") << QStringList{"add", "nothing.pt"} << "no file, folder or published model";
    QTest::newRow("a picture") << QStringList{"add", "photo.png"} << "photo.png";
    QTest::newRow("unknown choice") << QStringList{"add", file, "--choice", "colour=red"} << "is not a choice of";
    QTest::newRow("impossible answer") << QStringList{"add", file, "--choice", "schedule=steep"}
                                       << "is no value for the choice";
    QTest::newRow("no pair") << QStringList{"add", file, "--choice", "schedule"} << "NAME=VALUE";
    QTest::newRow("twice") << QStringList{"add", file, "--choice", "groups=8", "--choice", "groups=4"} << "twice";
    QTest::newRow("option of another") << QStringList{"list", "--time", "4"} << "does not take --time";
    QTest::newRow("subject of another") << QStringList{"list", "photo"} << "does not take \"photo\"";
    QTest::newRow("up-sampler") << QStringList{"add", golden("adm_unet/upsampler.weights.safetensors")}
                                << "low-resolution picture";
    QTest::newRow("no time") << QStringList{"evaluate", "photo", "--input", "x.npy", "-o", "y.npy"} << "needs --time";
    QTest::newRow("no input") << QStringList{"evaluate", "photo", "--time", "1", "-o", "y.npy"} << "needs --input";
    QTest::newRow("missing input") << QStringList{"evaluate", "photo",    "--time", "1",
                                                  "--input",  "gone.npy", "-o",     "y.npy"}
                                   << "gone.npy";
    QTest::newRow("over the input") << QStringList{"evaluate", "photo", "--time", "1",
                                                   "--input",  "x.npy", "-o",     "./x.npy"}
                                    << "would overwrite";
    QTest::newRow("cotangent alone") << QStringList{"evaluate", "photo", "--time", "1",           "--input",
                                                    "x.npy",    "-o",    "y.npy",  "--cotangent", "c.npy"}
                                     << "which is not asked for";
    QTest::newRow("class") << QStringList{"evaluate", "photo", "--time", "1",       "--input",
                                          "x.npy",    "-o",    "y.npy",  "--class", "1"}
                           << "knows no classes";
    QTest::newRow("channels") << QStringList{"evaluate", "photo", "--time", "1", "--input", "two.npy", "-o", "y.npy"}
                              << "[N,3,H,W]";
    QTest::newRow("no sheet") << QStringList{"preview", file} << "needs --output";
}

void ModelsTest::refusals() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);
    save("x.npy", at::zeros({1, 3, 16, 16}));
    save("c.npy", at::zeros({1, 3, 16, 16}));
    save("two.npy", at::zeros({1, 2, 16, 16}));
    const QStringList before = fixture_.files();
    const ProgramRun run = fixture_.run(QStringList{"models"} + arguments);
    QVERIFY2(run.exitCode == 2, run.messages.constData());
    QVERIFY2(QString(run.messages).contains(words), run.messages.constData());
    QCOMPARE(fixture_.files(), before);
}

void ModelsTest::inspectDescribesCheckpoints() {
    const QByteArray state = fixture_.run({"inspect", golden("ncsnpp/skip.pth")}).output;
    for (const char* words : {"NCSN++", "torch-", "ema/shadow_params/0", "sigma-max: 378 (assumed)", "F32"}) {
        QVERIFY2(state.contains(words), state.left(2000).constData());
    }
    QVERIFY(fixture_.run({"inspect", golden("unet2d/plain")}).output.contains("UNet2DModel of diffusers"));
    QVERIFY(fixture_.run({"inspect", golden("adm_unet/upsampler.weights.safetensors")})
                .output.contains("cannot become a prior"));
    fixture_.write("page.pt", "<!DOCTYPE html><html><body>Sign in</body></html>");
    const ProgramRun page = fixture_.run({"inspect", "page.pt"});
    QCOMPARE(page.exitCode, 2);
}

void ModelsTest::publishedModelsAreListed() {
    const ProgramRun run = fixture_.run({"models", "catalogue"});
    QVERIFY2(run.exitCode == 0, run.messages.constData());
    QVERIFY(run.output.count('\n') >= 20);
    const auto events = eventsOf(fixture_.run({"models", "catalogue", "--json"}).output);
    QVERIFY(events.back()["published"].size() >= 20);
}

/// Nothing is downloaded before the licence is agreed to; --dry-run never downloads.
void ModelsTest::licencesMustBeAccepted() {
    const auto events = eventsOf(fixture_.run({"models", "catalogue", "--json"}).output);
    const Json published = events.back()["published"];
    const auto restricted = std::find_if(published.begin(), published.end(),
                                         [](const Json& m) { return m["nonCommercial"] && m["canBeFetched"]; });
    QVERIFY(restricted != published.end());
    const QString id = QString::fromStdString((*restricted)["id"].get<std::string>());
    const ProgramRun run = fixture_.run({"models", "add", id});
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.messages.contains("--accept-licence"), run.messages.constData());
    QCOMPARE(fixture_.run({"models", "add", id, "--dry-run"}).exitCode, 0);
}

QTEST_GUILESS_MAIN(ModelsTest)
#include "models_test.moc"
