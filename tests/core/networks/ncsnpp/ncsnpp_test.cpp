// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/checkpoints/checkpoint.h"
#include "core/checkpoints/safetensors.h"
#include "core/networks/layers/checkpointing.h"
#include "core/networks/ncsnpp/ncsnpp.h"
#include "core/networks/ncsnpp/ncsnpp_weights.h"
#include "tests/core/networks/network_checks.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <QTest>
#include <nlohmann/json.hpp>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <limits>
#include <map>
#include <memory>
#include <stdexcept>

using namespace palimpsest;

namespace {

const std::string kFolder = PALIMPSEST_SOURCE_DIR "/tests/golden/ncsnpp/";

struct Golden {
    std::unique_ptr<NcsnPp> network;
    StateDict cases;
};

std::size_t indexOf(const Checkpoint& file, const std::string& name) {
    const auto& tensors = file.tensors();
    const auto found =
        std::find_if(tensors.begin(), tensors.end(), [&](const TensorInfo& tensor) { return tensor.name == name; });
    if (found == tensors.end()) {
        throw std::runtime_error("the checkpoint lacks " + name);
    }
    return static_cast<std::size_t>(found - tensors.begin());
}

/// The weights to use of a training state: the moving averages are a list without names, in the order of the weights
/// that are trained.
StateDict averagedWeights(const Checkpoint& file, const NcsnPp& network) {
    StateDict weights;
    int averages = 0;
    for (const auto& [name, tensor] : network.parameters()) {
        const bool isTrained = name != "all_modules.0.W";
        const std::string place =
            isTrained ? "ema/shadow_params/" + std::to_string(averages++) : "model/module." + name;
        weights.add(name, file.read(indexOf(file, place)));
    }
    return weights;
}

/// What tests/reference/export_ncsnpp.py recorded.
Golden golden(const std::string& name) {
    const Safetensors cases = readSafetensors(kFolder + name + ".cases.safetensors");
    const Json config = parseJson(cases.metadata.at("record"), name).at("configuration");
    Golden result{std::make_unique<NcsnPp>(ncsnppConfigFromJson(config), 3), cases.tensors};
    result.network->load(averagedWeights(*openCheckpoint(kFolder + name + ".pth"), *result.network));
    return result;
}

/// For each sample, as they differ by orders of magnitude: the largest difference by the largest expected value. The
/// largest of these.
double difference(const at::Tensor& actual, const at::Tensor& expected) {
    if (actual.sizes() != expected.sizes() || !actual.isfinite().all().item<bool>()) {
        return std::numeric_limits<double>::infinity();
    }
    const at::Tensor worst = (actual.to(at::kDouble) - expected.to(at::kDouble)).abs().flatten(1).amax(1);
    return (worst / expected.to(at::kDouble).abs().flatten(1).amax(1)).max().item<double>();
}

struct Answer {
    at::Tensor output, gradient;
};

Answer answerOf(const Golden& golden, at::ScalarType dtype) {
    const at::AutoGradMode gradients(true);
    const at::Tensor x = golden.cases.at("x").to(dtype).clone().set_requires_grad(true);
    const at::Tensor output = golden.network->forward(x, golden.cases.at("time"));
    return {output.detach(), torch::autograd::grad({output}, {x}, {golden.cases.at("cotangent").to(dtype)})[0]};
}

NcsnppConfig tiny() {
    return {.modelChannels = 4, .channelMultipliers = {1, 2}, .residualBlocks = 1, .attentionDownsampling = {2}};
}

/// As the published networks for CT and MRI.
NcsnppConfig aapm() {
    return {.channels = 1,
            .channelMultipliers = {1, 2, 2, 2},
            .residualBlocks = 4,
            .attentionDownsampling = {},
            .progressive = NcsnppPyramid::none,
            .progressiveInput = NcsnppPyramid::residual};
}

std::string refusal(const char* entry, const Json& value) {
    return refusedConfig("ncsnpp", toJson(tiny()), entry, value);
}

bool names(const std::string& text, const std::string& word) { return text.find(word) != std::string::npos; }

} // namespace

class NcsnPpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersAndGradientsOfTheReference_data();
    void answersAndGradientsOfTheReference();
    void answersInDoublePrecision_data() { answersAndGradientsOfTheReference_data(); }
    void answersInDoublePrecision();
    void recomputingChangesNothing();
    void bfloat16StaysNear_data() { answersAndGradientsOfTheReference_data(); }
    void bfloat16StaysNear();
    void batchEqualsSingles();
    void anySizeIsMirroredAtTheEdge();
    void untrainedNetworkReturnsZeros();
    void foreignWeightsAreRefusedByName();
    void configurationRoundTrip();
    void impossibleConfigurationsAreRefusedByName();
    void publishedNetworksHaveTheirSizes_data();
    void publishedNetworksHaveTheirSizes();
    void modulesAreThoseOfTheCheckpoints();
    void weightsAreThoseOfTheCheckpointInItsOrder_data() { answersAndGradientsOfTheReference_data(); }
    void weightsAreThoseOfTheCheckpointInItsOrder();
};

void NcsnPpTest::answersAndGradientsOfTheReference_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("residual input, as for CT and MRI") << "residual";
    QTest::newRow("skips to both sides, as for faces") << "skip";
    QTest::newRow("positional, variance preserving") << "ddpmpp";
    QTest::newRow("blocks of DDPM, joined channels") << "cat";
    QTest::newRow("not told of the noise, residual output") << "unconditional";
}

void NcsnPpTest::answersAndGradientsOfTheReference() {
    QFETCH(QString, name);
    const Golden golden = ::golden(name.toStdString());
    const Answer answer = answerOf(golden, at::kFloat);
    const double outputError = difference(answer.output, golden.cases.at("output"));
    const double gradientError = difference(answer.gradient, golden.cases.at("gradient"));
    qInfo("relative error: output %.2g, gradient %.2g", outputError, gradientError);
    QVERIFY(outputError <= 1e-5);
    QVERIFY(gradientError <= 1e-5);
    const at::NoGradGuard noGrad;
    const at::Tensor alone = golden.network->forward(golden.cases.at("x"), golden.cases.at("time"));
    QVERIFY(difference(alone, answer.output) <= 1e-6);
}

void NcsnPpTest::answersInDoublePrecision() {
    QFETCH(QString, name);
    const Golden golden = ::golden(name.toStdString());
    golden.network->to(at::kCPU, at::kDouble);
    const Answer answer = answerOf(golden, at::kDouble);
    QVERIFY(difference(answer.output, golden.cases.at("output64")) <= 1e-13);
    QVERIFY(difference(answer.gradient, golden.cases.at("gradient64")) <= 1e-13);
}

void NcsnPpTest::recomputingChangesNothing() {
    const Golden golden = ::golden("skip");
    const Answer kept = answerOf(golden, at::kFloat);
    const CheckpointScope recomputes(true);
    const Answer recomputed = answerOf(golden, at::kFloat);
    QVERIFY(at::equal(recomputed.output, kept.output));
    QVERIFY(difference(recomputed.gradient, kept.gradient) <= 1e-6);
}

void NcsnPpTest::bfloat16StaysNear() {
    QFETCH(QString, name);
    const Golden golden = ::golden(name.toStdString());
    golden.network->to(at::kCPU, at::kBFloat16);
    const StateDict weights(golden.network->parameters());
    for (const auto& [key, weight] : weights) {
        const bool isFull = names(key, "GroupNorm") || names(key, "Dense") || names(key, "all_modules.0.W");
        QVERIFY2(!isFull || weight.scalar_type() == at::kFloat, key.c_str());
        QVERIFY2(!(names(key, "Conv") || names(key, "NIN")) || weight.scalar_type() == at::kBFloat16, key.c_str());
    }
    const Answer answer = answerOf(golden, at::kFloat);
    QCOMPARE(answer.output.scalar_type(), at::kFloat);
    QVERIFY(difference(answer.output, golden.cases.at("output")) < 0.04);
    QVERIFY(difference(answer.gradient, golden.cases.at("gradient")) < 0.06);
}

void NcsnPpTest::batchEqualsSingles() {
    const at::NoGradGuard noGrad;
    const Golden golden = ::golden("residual");
    const at::Tensor x = golden.cases.at("x");
    const at::Tensor time = golden.cases.at("time");
    const at::Tensor whole = golden.network->forward(x, time);
    for (std::int64_t i = 0; i < x.size(0); ++i) {
        const at::Tensor single = golden.network->forward(x.narrow(0, i, 1), time.narrow(0, i, 1));
        QVERIFY(difference(single, whole.narrow(0, i, 1)) <= 2e-6);
    }
}

void NcsnPpTest::anySizeIsMirroredAtTheEdge() {
    const at::NoGradGuard noGrad;
    const Golden golden = ::golden("residual"); // three levels: multiples of four
    const at::Tensor time = golden.cases.at("time");
    const at::Tensor x = golden.cases.at("x");
    const EdgeAnswers answers =
        edgeAnswers([&](const at::Tensor& part) { return golden.network->forward(part, time); }, x);
    QVERIFY(difference(answers.own, answers.paddedByHand) <= 2e-6);
    const at::Tensor pixel = golden.network->forward(x.slice(2, 0, 1).slice(3, 0, 1), time);
    QCOMPARE(pixel.sizes(), at::IntArrayRef({4, 1, 1, 1}));
}

void NcsnPpTest::untrainedNetworkReturnsZeros() { QVERIFY(startsAtZero("ncsnpp", toJson(tiny()))); }

void NcsnPpTest::foreignWeightsAreRefusedByName() {
    const StateDict own(NcsnPp(tiny(), 1).parameters());
    const std::string name = "all_modules.3.bias";
    StateDict missing;
    for (const auto& [key, tensor] : own) {
        if (key != name) {
            missing.add(key, tensor);
        }
    }
    try {
        NcsnPp(tiny()).load(missing);
        QFAIL("accepted");
    } catch (const Error& e) {
        QVERIFY(names(e.message().text(), name));
    }
    NcsnPp(tiny()).load(own);
}

void NcsnPpTest::configurationRoundTrip() {
    const NcsnppConfig config{.channels = 2,
                              .modelChannels = 8,
                              .channelMultipliers = {1, 3, 2},
                              .residualBlocks = 3,
                              .attentionDownsampling = {1, 4},
                              .embedding = NcsnppEmbedding::positional,
                              .conditional = false,
                              .residualBlockType = NcsnppBlock::ddpm,
                              .fir = false,
                              .resampleWithConvolution = false,
                              .skipRescale = false,
                              .progressive = NcsnppPyramid::none,
                              .progressiveInput = NcsnppPyramid::residual,
                              .progressiveCombine = NcsnppCombination::join,
                              .scaleBySigma = false,
                              .centered = true};
    const Json json = NcsnPp(config).config();
    QVERIFY(ncsnppConfigFromJson(parseJson(json.dump(), "the test")) == config);
    QCOMPARE(json.size(), std::size_t{16});
    QVERIFY(ncsnppConfigFromJson(toJson(NcsnppConfig{})) == NcsnppConfig{});
}

void NcsnPpTest::impossibleConfigurationsAreRefusedByName() {
    const Json absent = Json::parse("", nullptr, false);
    const Json known = toJson(tiny());
    for (const auto& [entry, value] : known.items()) {
        QVERIFY2(names(refusal(entry.c_str(), absent), entry), entry.c_str());
        QVERIFY2(names(refusal(entry.c_str(), Json::object()), entry), entry.c_str());
    }
    QCOMPARE(refusal("residualBlocks", 2), std::string("accepted"));
    QVERIFY(names(refusal("dropout", 0.1), "dropout"));
    QVERIFY(names(refusal("channels", 5), "channels"));
    QVERIFY(names(refusal("modelChannels", 6), "modelChannels"));
    QVERIFY(names(refusal("modelChannels", 132), "groups"));
    QVERIFY(names(refusal("channelMultipliers", Json::array()), "channelMultipliers"));
    QVERIFY(names(refusal("channelMultipliers", {1, 0}), "channelMultipliers"));
    QVERIFY(names(refusal("channelMultipliers", {1, 1.5}), "channelMultipliers"));
    QVERIFY(names(refusal("attentionDownsampling", {3}), "attentionDownsampling"));
    QVERIFY(names(refusal("attentionDownsampling", {4}), "attentionDownsampling"));
    QVERIFY(names(refusal("progressive", "input_skip"), "progressive"));
    QVERIFY(names(refusal("embedding", "positional"), "scaleBySigma"));
}

void NcsnPpTest::publishedNetworksHaveTheirSizes_data() {
    QTest::addColumn<QString>("config");
    QTest::addColumn<qint64>("weights");
    QTest::addColumn<int>("tensors");
    const auto row = [](const char* name, const NcsnppConfig& config, qint64 weights, int tensors) {
        QTest::newRow(name) << QString::fromStdString(toJson(config).dump()) << weights << tensors;
    };
    row("AAPM_256", aapm(), 61'433'601, 521);
    row("bedroom, church, FFHQ and CelebA-HQ 256", {}, 65'574'549, 645);
    row("FFHQ 1024",
        {.modelChannels = 16,
         .channelMultipliers = {1, 2, 4, 8, 16, 32, 32, 32},
         .residualBlocks = 1,
         .attentionDownsampling = {64}},
        105'785'896, 553);
    row("CIFAR-10, DDPM++",
        {.channelMultipliers = {1, 2, 2, 2},
         .residualBlocks = 4,
         .attentionDownsampling = {2},
         .embedding = NcsnppEmbedding::positional,
         .fir = false,
         .progressive = NcsnppPyramid::none,
         .progressiveInput = NcsnppPyramid::none,
         .scaleBySigma = false,
         .centered = true},
        61'804'419, 564);
}

/// Counted by their shapes: nothing is allocated.
void NcsnPpTest::publishedNetworksHaveTheirSizes() {
    QFETCH(QString, config);
    const NcsnppConfig published = ncsnppConfigFromJson(Json::parse(config.toStdString()));
    const std::vector<PlannedWeight> parameters = ncsnppParameters(published, planNcsnpp(published));
    qint64 weights = 0;
    for (const PlannedWeight& parameter : parameters) {
        weights += c10::multiply_integers(parameter.shape);
    }
    QTEST(weights, "weights");
    QTEST(static_cast<int>(parameters.size()), "tensors");
}

void NcsnPpTest::modulesAreThoseOfTheCheckpoints() {
    const auto shapesOf = [](const NcsnppConfig& config) {
        std::map<std::string, std::vector<std::int64_t>> shapes;
        for (const PlannedWeight& parameter : ncsnppParameters(config, planNcsnpp(config))) {
            shapes[parameter.name] = parameter.shape;
        }
        return shapes;
    };
    using Shape = std::vector<std::int64_t>;
    const auto ct = shapesOf(aapm());
    QCOMPARE(ct.at("all_modules.0.W"), Shape{128});
    QCOMPARE(ct.at("all_modules.1.weight"), (Shape{512, 256}));
    QCOMPARE(ct.at("all_modules.9.Conv2d_0.weight"), (Shape{128, 1, 3, 3}));
    QCOMPARE(ct.at("all_modules.15.Conv2d_0.weight"), (Shape{256, 128, 3, 3}));
    QCOMPARE(ct.at("all_modules.27.NIN_3.W"), (Shape{256, 256}));
    QCOMPARE(ct.at("all_modules.45.Conv_0.weight"), (Shape{256, 384, 3, 3}));
    QCOMPARE(ct.at("all_modules.46.Conv_2.weight"), (Shape{256, 256, 1, 1}));
    QCOMPARE(ct.at("all_modules.53.weight"), (Shape{1, 128, 3, 3}));
    const auto faces = shapesOf(NcsnppConfig{});
    for (const char* attention : {"21", "23", "33", "50"}) {
        QVERIFY(faces.contains(std::string("all_modules.") + attention + ".NIN_0.W"));
    }
    for (const char* output : {"39", "45", "52", "58", "64", "70", "76"}) {
        QCOMPARE(faces.at(std::string("all_modules.") + output + ".weight")[0], 3);
    }
}

void NcsnPpTest::weightsAreThoseOfTheCheckpointInItsOrder() {
    QFETCH(QString, name);
    const Golden golden = ::golden(name.toStdString());
    const auto file = openCheckpoint(kFolder + name.toStdString() + ".pth");
    QCOMPARE(file->facts().at("step"), std::string("95"));
    std::vector<std::string> recorded, own;
    const std::string prefix = "model/module.all_modules.";
    for (const TensorInfo& tensor : file->tensors()) {
        if (tensor.name.rfind(prefix, 0) == 0) {
            recorded.push_back(tensor.name.substr(prefix.find("all")));
        }
    }
    for (const auto& [key, tensor] : golden.network->parameters()) {
        own.push_back(key);
    }
    QVERIFY(own == recorded);
}

QTEST_GUILESS_MAIN(NcsnPpTest)
#include "ncsnpp_test.moc"
