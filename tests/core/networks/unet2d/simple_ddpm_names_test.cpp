// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/checkpoints/checkpoint.h"
#include "core/checkpoints/safetensors.h"
#include "core/networks/unet2d/simple_ddpm_names.h"
#include "core/networks/unet2d/unet2d_model.h"
#include "core/networks/unet2d/unet2d_weights.h"

#include <ATen/ATen.h>
#include <QTest>
#include <torch/csrc/autograd/autograd.h>

#include <memory>
#include <set>

using namespace palimpsest;

namespace {

std::string pathOf(const char* name, const char* ending) {
    return std::string(PALIMPSEST_SOURCE_DIR "/tests/golden/simple_ddpm/") + name + ending;
}

TensorShapes shapesOf(const Checkpoint& checkpoint) {
    TensorShapes shapes;
    for (const TensorInfo& tensor : checkpoint.tensors()) {
        shapes[tensor.name] = tensor.shape;
    }
    return shapes;
}

TensorShapes publishedShapes() { return shapesOf(*openCheckpoint(pathOf("published", ".ckpt"))); }

std::unique_ptr<Unet2dModel> load(const Checkpoint& checkpoint, const Unet2dConfig& config) {
    StateDict weights;
    for (std::size_t i = 0; i < checkpoint.tensors().size(); ++i) {
        const Unet2dName renamed = unet2dNameOfSimpleDdpm(checkpoint.tensors()[i].name, config.levels());
        const at::Tensor tensor = checkpoint.read(i);
        weights.add(renamed.name, renamed.losesPixel ? tensor.squeeze(3).squeeze(2) : tensor);
    }
    auto network = std::make_unique<Unet2dModel>(config, 3);
    network->load(weights);
    return network;
}

double difference(const at::Tensor& actual, const at::Tensor& expected) {
    return ((actual - expected).abs().amax({1, 2, 3}) / expected.abs().amax({1, 2, 3})).max().item<double>();
}

std::string refusal(const TensorShapes& shapes) {
    try {
        simpleDdpmConfig(shapes);
    } catch (const Error& e) {
        return e.code() == ErrorCode::badInput ? e.message().text() : "wrong code";
    }
    return "accepted";
}

void addConvolution(TensorShapes& shapes, const std::string& name, std::int64_t to, std::int64_t from,
                    std::int64_t side) {
    shapes[name + ".weight"] = {to, from, side, side};
    shapes[name + ".bias"] = {to};
}

} // namespace

class SimpleDdpmNamesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersAndGradientsOfTheReference_data();
    void answersAndGradientsOfTheReference();
    void shapesTellTheConfiguration();
    void everyNameHasItsOwnPlace();
    void foreignNamesAreRefused_data();
    void foreignNamesAreRefused();
    void incompleteShapesAreRefused();
};

void SimpleDdpmNamesTest::answersAndGradientsOfTheReference_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("groups");
    QTest::newRow("as published") << QByteArray("published") << 32;
    QTest::newRow("without convolutions where the size changes") << QByteArray("pooled") << 4;
}

void SimpleDdpmNamesTest::answersAndGradientsOfTheReference() {
    QFETCH(QByteArray, name);
    QFETCH(int, groups);
    const auto checkpoint = openCheckpoint(pathOf(name, ".ckpt"));
    const auto network = load(*checkpoint, simpleDdpmConfig(shapesOf(*checkpoint), groups));
    const StateDict cases = readSafetensors(pathOf(name, ".cases.safetensors")).tensors;
    const at::Tensor x = cases.at("x").detach().clone().set_requires_grad(true);
    const at::Tensor output = network->forward(x, cases.at("time"));
    const at::Tensor gradient = torch::autograd::grad({output}, {x}, {cases.at("cotangent")})[0];
    const double outputError = difference(output.detach(), cases.at("output"));
    const double gradientError = difference(gradient, cases.at("gradient"));
    qInfo("relative error: output %.2g, gradient %.2g", outputError, gradientError);
    QVERIFY(outputError <= 1e-5);
    QVERIFY(gradientError <= 1e-5);
}

void SimpleDdpmNamesTest::shapesTellTheConfiguration() {
    const TensorShapes shapes = publishedShapes();
    QVERIFY(isSimpleDdpm(shapes));
    QVERIFY(!isSimpleDdpm({{"conv_in.weight", {32, 3, 3, 3}}}));
    using Type = Unet2dBlockType;
    const Unet2dConfig expected{.frequencyShift = 1,
                                .cosinesFirst = false,
                                .downBlocks = {Type::plain, Type::attention},
                                .upBlocks = {Type::attention, Type::plain},
                                .widths = {32, 32},
                                .layers = 1,
                                .downsamplePadding = 0,
                                .headWidth = 0,
                                .groups = 32,
                                .epsilon = 1e-6};
    QVERIFY(simpleDdpmConfig(shapes) == expected);
    const auto pooled = openCheckpoint(pathOf("pooled", ".ckpt"));
    const Unet2dConfig weightless = simpleDdpmConfig(shapesOf(*pooled), 4);
    QCOMPARE(weightless.downsampling, Unet2dResampling::weightless);
    QCOMPARE(weightless.upsampling, Unet2dResampling::weightless);
    QCOMPARE(weightless.widths, (std::vector<int>{8, 16}));
    QCOMPARE(weightless.layers, 2);
}

/// One to one onto what Unet2dModel has.
void SimpleDdpmNamesTest::everyNameHasItsOwnPlace() {
    const TensorShapes shapes = publishedShapes();
    const Unet2dConfig config = simpleDdpmConfig(shapes);
    std::set<std::string> names;
    for (const PlannedWeight& weight : unet2dParameters(config, planUnet2d(config))) {
        names.insert(weight.name);
    }
    for (const auto& [name, shape] : shapes) {
        QVERIFY2(names.erase(unet2dNameOfSimpleDdpm(name, config.levels()).name) == 1, name.c_str());
    }
    QVERIFY(names.empty());
    QCOMPARE(unet2dNameOfSimpleDdpm("up.0.block.2.nin_shortcut.weight", 6).name,
             std::string("up_blocks.5.resnets.2.conv_shortcut.weight"));
    QVERIFY(unet2dNameOfSimpleDdpm("down.4.attn.1.proj_out.weight", 6).losesPixel);
    QVERIFY(!unet2dNameOfSimpleDdpm("down.4.attn.1.proj_out.bias", 6).losesPixel);
    QVERIFY(!unet2dNameOfSimpleDdpm("mid.attn_1.norm.weight", 6).losesPixel);
}

void SimpleDdpmNamesTest::foreignNamesAreRefused_data() {
    QTest::addColumn<QByteArray>("name");
    for (const char* name :
         {"", "weight", "conv_in", "conv_in.scale", "down.6.block.0.conv1.weight", "down.0.block.0.conv3.weight",
          "down.00.block.0.conv1.weight", "down.0.block.x.conv1.weight", "down.0.upsample.conv.weight",
          "mid.attn_1.weight", "mid.block_3.conv1.weight", "mid.block_1q.weight", "up.-1.block.0.conv1.weight",
          "down.0.block.0.conv_shortcut.weight"}) {
        QTest::newRow(name[0] == '\0' ? "empty" : name) << QByteArray(name);
    }
}

void SimpleDdpmNamesTest::foreignNamesAreRefused() {
    QFETCH(QByteArray, name);
    QVERIFY_THROWS_EXCEPTION(Error, unet2dNameOfSimpleDdpm(name.toStdString(), 6));
}

void SimpleDdpmNamesTest::incompleteShapesAreRefused() {
    const TensorShapes known = publishedShapes();
    QCOMPARE(refusal(known), std::string("accepted"));
    QVERIFY(refusal({}).find("conv_in.weight") != std::string::npos);
    for (const char* name : {"conv_in.weight", "conv_out.weight", "temb.dense.0.weight"}) {
        TensorShapes shapes = known;
        shapes.erase(name);
        QVERIFY2(refusal(shapes).find(name) != std::string::npos, name);
        shapes[name] = {};
        QVERIFY2(refusal(shapes).find(name) != std::string::npos, name);
        shapes[name] = {0, 0, 0, 0};
        QVERIFY2(refusal(shapes).find(name) != std::string::npos, name);
    }
    TensorShapes wide = known;
    addConvolution(wide, "conv_in", 64, 3, 3);
    QVERIFY(refusal(wide).find("64") != std::string::npos);
    TensorShapes odd = known;
    addConvolution(odd, "down.1.block.0.conv1", 33, 32, 3);
    QVERIFY(refusal(odd).find("norm_num_groups") != std::string::npos);
}

QTEST_GUILESS_MAIN(SimpleDdpmNamesTest)
#include "simple_ddpm_names_test.moc"
