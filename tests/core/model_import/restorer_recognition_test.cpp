// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/checkpoints/safetensors.h"
#include "core/model_import/model_file.h"
#include "core/model_import/read_model.h"
#include "core/model_import/recognition.h"
#include "core/networks/catalogue.h"
#include "core/networks/restorers/rrdb_net.h"
#include "tests/core/networks/restorers/formula_weights.h"

#include <ATen/ATen.h>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <fstream>
#include <functional>

using namespace palimpsest;

namespace {

using Rename = std::function<std::string(const std::string&)>;

/// Names and shapes of what tests/reference/export_restorers.py loaded into spandrel.
CheckpointOutline outlineOf(const std::string& golden, const std::string& before, const Rename& rename = {}) {
    const std::string path = PALIMPSEST_SOURCE_DIR "/tests/golden/restorers/" + golden + ".safetensors";
    const Json shapes = parseJson(readSafetensors(path).metadata.at("weights"), path);
    CheckpointOutline outline;
    outline.path = golden + ".pth";
    outline.format = "torch-zip";
    for (const auto& [name, shape] : shapes.items()) {
        const std::string stored = before + (rename ? rename(name) : name);
        outline.tensors.push_back({stored, ElementType::float32, shape.get<std::vector<std::int64_t>>()});
    }
    return outline;
}

/// Real-ESRGAN's name as ESRGAN saved it in 2018.
std::string listed(const std::string& name) {
    const std::size_t dot = name.rfind('.');
    const std::string stem = name.substr(0, dot);
    const std::string kind = name.substr(dot);
    if (name.starts_with("body.")) { // body.0.rdb1.conv1.weight
        return "model.1.sub." + name.substr(5, 1) + ".RDB" + name.substr(10, 1) + ".conv" + name.substr(16, 1) + ".0" +
               kind;
    }
    return (stem == "conv_first"  ? "model.0"
            : stem == "conv_body" ? "model.1.sub.2"
            : stem == "conv_up1"  ? "model.3"
            : stem == "conv_up2"  ? "model.6"
            : stem == "conv_hr"   ? "model.8"
                                  : "model.10") +
           kind;
}

std::string named(std::string name) {
    const auto replace = [&](const std::string& from, const std::string& to) {
        if (const std::size_t at = name.find(from); at != std::string::npos) {
            name.replace(at, from.size(), to);
        }
    };
    replace("rdb", "RDB");
    replace("body.", name.starts_with("body.") ? "RRDB_trunk." : "body.");
    replace("conv_body", "trunk_conv");
    replace("conv_hr", "HRconv");
    replace("conv_up", "upconv");
    return name;
}

/// The pair of ncnn of a tiny RRDBNet, its kernels in float16.
void writeNcnn(const std::string& stem, const RrdbNet& network, const std::string& activation = "ReLU") {
    std::ofstream numbers(stem + ".bin", std::ios::binary);
    std::string layers = "Input in 0 1 data\n";
    int count = 1;
    const auto line = [&](const std::string& text) {
        layers += text + "\n";
        ++count;
    };
    for (const auto& [name, tensor] : network.parameters()) {
        if (name.ends_with(".bias")) {
            numbers.write(static_cast<const char*>(tensor.contiguous().const_data_ptr()),
                          static_cast<std::streamsize>(tensor.nbytes()));
            continue;
        }
        if (name.starts_with("conv_up")) {
            line("Interp r" + std::to_string(count) + " 1 1 a b 0=1 1=2.0 2=2.0");
        }
        line("Convolution c" + std::to_string(count) + " 1 1 a b 0=" + std::to_string(tensor.size(0)) +
             " 1=3 4=1 5=1 6=" + std::to_string(tensor.numel()));
        const std::uint32_t tag = 0x01306B47;
        numbers.write(reinterpret_cast<const char*>(&tag), sizeof tag);
        const at::Tensor half = tensor.to(at::kHalf).contiguous();
        numbers.write(static_cast<const char*>(half.const_data_ptr()), static_cast<std::streamsize>(half.nbytes()));
        numbers.write("\0\0", static_cast<std::streamsize>(half.nbytes() % 4));
    }
    line("Concat j 2 1 a b c");
    line(activation + " k 1 1 a b");
    std::ofstream(stem + ".param") << "7767517\n" << count << " " << count << "\n" << layers;
}

std::string refusal(const std::string& path) {
    try {
        const Recognition recognition = recognise(openModelFile(path).outline);
        return recognition.model.problem.text();
    } catch (const Error& error) {
        return error.code() == ErrorCode::badInput ? error.message().text() : "wrong code";
    }
}

class Silent : public ProgressSink {
public:
    void progressed(const Progress& /*progress*/) override {}
};

} // namespace

class RestorerRecognitionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void publishedNamesAreRecognised_data();
    void publishedNamesAreRecognised();
    void wrongShapesAreRefusedByName();
    void fileNameTellsWhatNafnetIsFor();
    void pairOfNcnnIsTheSameNetwork();
    void brokenPairsAreRefused();

private:
    QTemporaryDir folder_;
};

void RestorerRecognitionTest::publishedNamesAreRecognised_data() {
    QTest::addColumn<CheckpointOutline>("outline");
    QTest::addColumn<QString>("architecture");
    QTest::addColumn<int>("scale");
    QTest::addColumn<QString>("task");
    QTest::newRow("RRDBNet, Real-ESRGAN") << outlineOf("rrdb_net", "params_ema/") << "rrdb-net" << 4 << "upscale";
    QTest::newRow("RRDBNet, folded") << outlineOf("rrdb_net_2", "") << "rrdb-net" << 2 << "upscale";
    QTest::newRow("RRDBNet, 2018") << outlineOf("rrdb_net", "", listed) << "rrdb-net" << 4 << "upscale";
    QTest::newRow("RRDBNet, BSRGAN") << outlineOf("rrdb_net", "", named) << "rrdb-net" << 4 << "upscale";
    QTest::newRow("SRVGGNetCompact") << outlineOf("srvgg_net", "params/") << "srvgg-net" << 3 << "upscale";
    QTest::newRow("DRUNet") << outlineOf("drunet", "") << "drunet" << 1 << "denoise";
    QTest::newRow("SCUNet") << outlineOf("scunet", "") << "scunet" << 1 << "denoise";
    QTest::newRow("NAFNet") << outlineOf("nafnet", "params/") << "nafnet" << 1 << "deblur";
    QTest::newRow("LaMa") << outlineOf("lama", "state_dict/generator.") << "lama" << 1 << "inpaint";
}

void RestorerRecognitionTest::publishedNamesAreRecognised() {
    QFETCH(CheckpointOutline, outline);
    QFETCH(QString, architecture);
    QFETCH(int, scale);
    QFETCH(QString, task);
    const Recognition recognition = recognise(outline);
    QVERIFY2(recognition.model.problem.isEmpty(), recognition.model.problem.text().c_str());
    QCOMPARE(QString::fromStdString(recognition.card.architecture), architecture);
    QCOMPARE(recognition.card.kind, std::string("restorer"));
    QCOMPARE(recognition.card.restorer->scale, scale);
    QCOMPARE(QString::fromStdString(recognition.card.restorer->tasks.front()), task);
    QCOMPARE(recognition.weights.size(), outline.tensors.size());
    const auto network = makeNetwork(recognition.card.architecture, parseJson(recognition.card.config, "the card"));
    QCOMPARE(network->parameters().size(), recognition.weights.size());
    QCOMPARE(network->scale(), scale);
}

void RestorerRecognitionTest::wrongShapesAreRefusedByName() {
    CheckpointOutline wrong = outlineOf("rrdb_net", "");
    for (TensorInfo& tensor : wrong.tensors) {
        if (tensor.name == "conv_hr.weight") {
            tensor.shape[1] += 1;
        }
    }
    QVERIFY(recognise(wrong).model.problem.text().find("conv_hr.weight") != std::string::npos);
    CheckpointOutline missing = outlineOf("lama", "generator.");
    std::erase_if(missing.tensors, [](const TensorInfo& t) { return t.name == "generator.model.1.bn_l.running_var"; });
    QVERIFY(recognise(missing).model.problem.text().find("running_var") != std::string::npos);
}

void RestorerRecognitionTest::fileNameTellsWhatNafnetIsFor() {
    CheckpointOutline outline = outlineOf("nafnet", "");
    outline.path = "NAFNet-SIDD-width32.pth";
    QCOMPARE(recognise(outline).card.restorer->tasks, std::vector<std::string>{"denoise"});
    QCOMPARE(recognise(outline, {{"task", "deblur"}}).card.restorer->tasks, std::vector<std::string>{"deblur"});
    QVERIFY_THROWS_EXCEPTION(Error, recognise(outline, {{"task", "inpaint"}}));
}

void RestorerRecognitionTest::pairOfNcnnIsTheSameNetwork() {
    RrdbNet network({.features = 9, .growth = 5, .blocks = 1}, 4);
    network.load(formulaWeights(network));
    const std::string stem = folder_.filePath("tiny").toStdString();
    writeNcnn(stem, network);
    for (const char* ending : {".param", ".bin"}) {
        Silent sink;
        const ReadModel model = readModel({.path = stem + ending}, sink, {});
        QCOMPARE(model.card.config, network.config().dump());
        for (const auto& [name, tensor] : network.parameters()) {
            const bool isKernel = name.ends_with(".weight");
            const at::Tensor expected = isKernel ? tensor.to(at::kHalf).to(at::kFloat) : tensor;
            QVERIFY2(model.weights.at(name).to(at::kFloat).equal(expected), name.c_str());
        }
    }
}

void RestorerRecognitionTest::brokenPairsAreRefused() {
    const RrdbNet network({.features = 9, .growth = 5, .blocks = 1}, 4);
    const std::string stem = folder_.filePath("broken").toStdString();
    writeNcnn(stem, network, "LSTM");
    QVERIFY(refusal(stem + ".param").find("LSTM") != std::string::npos);
    writeNcnn(stem, network);
    std::ofstream(stem + ".bin", std::ios::binary | std::ios::app) << "more";
    QVERIFY(refusal(stem + ".bin").find("bytes follow") != std::string::npos);
    writeNcnn(stem, network);
    QVERIFY(QFile::resize(QString::fromStdString(stem + ".bin"), 5000));
    QVERIFY(refusal(stem + ".param").find("ends inside") != std::string::npos);
    QVERIFY(QFile::remove(QString::fromStdString(stem + ".bin")));
    QVERIFY(!refusal(stem + ".param").empty());
}

QTEST_GUILESS_MAIN(RestorerRecognitionTest)
#include "restorer_recognition_test.moc"
