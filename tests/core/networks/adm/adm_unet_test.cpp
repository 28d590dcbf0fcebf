// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/checkpoints/safetensors.h"
#include "core/networks/adm/adm_unet.h"
#include "core/networks/adm/adm_unet_weights.h"
#include "core/networks/layers/checkpointing.h"
#include "tests/core/networks/network_checks.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <QTest>
#include <nlohmann/json.hpp>
#include <torch/csrc/autograd/autograd.h>

#include <limits>
#include <map>
#include <memory>

using namespace palimpsest;

namespace {

struct Golden {
    std::unique_ptr<AdmUNet> network;
    StateDict weights, cases;

    at::Tensor answer(const at::Tensor& x, const at::Tensor& time) const {
        return cases.contains("classes") ? network->forwardOfClass(x, time, cases.at("classes"))
                                         : network->forward(x, time);
    }
};

/// What tests/reference/export_adm_unet.py recorded.
Golden golden(const QString& name) {
    const std::string path = PALIMPSEST_SOURCE_DIR "/tests/golden/adm_unet/" + name.toStdString();
    Golden result;
    const Safetensors file = readSafetensors(path + ".weights.safetensors");
    const Json config = parseJson(file.metadata.at("record"), path).at("configuration");
    result.network = std::make_unique<AdmUNet>(admUNetConfigFromJson(config), 3);
    result.network->load(file.tensors);
    result.weights = file.tensors;
    result.cases = readSafetensors(path + ".cases.safetensors").tensors;
    return result;
}

/// Largest difference by the largest expected value.
double difference(const at::Tensor& actual, const at::Tensor& expected) {
    if (actual.sizes() != expected.sizes()) {
        return std::numeric_limits<double>::infinity();
    }
    return ((actual - expected).abs().max() / expected.abs().max()).item<double>();
}

AdmUNetConfig tiny() {
    return {.modelChannels = 8,
            .channelMultipliers = {1, 2},
            .residualBlocks = 1,
            .attentionDownsampling = {2},
            .headChannels = 4,
            .groups = 4};
}

StateDict weightsOf(const Network& network) { return StateDict(network.parameters()); }

std::string refusal(const StateDict& weights) {
    try {
        AdmUNet(tiny()).load(weights);
    } catch (const Error& e) {
        return e.code() == ErrorCode::badInput ? e.message().text() : "wrong code";
    }
    return "accepted";
}

std::string refusal(const char* entry, const Json& value) {
    return refusedConfig("adm-unet", toJson(tiny()), entry, value);
}

} // namespace

class AdmUNetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersAndGradientsOfTheReference_data();
    void answersAndGradientsOfTheReference();
    void checkpointsChangeNothing();
    void bfloat16StaysNear();
    void wrongAttentionOrderIsNoticed();
    void batchEqualsSingles();
    void anySizeIsMirroredAtTheEdge();
    void untrainedNetworkReturnsZeros();
    void classConditionalNetworkAsksForClasses();
    void foreignWeightsAreRefusedByName();
    void configurationRoundTrip();
    void impossibleConfigurationsAreRefusedByName();
    void publishedNetworksHaveTheirSizes_data();
    void publishedNetworksHaveTheirSizes();
    void namesAreThoseOfTheCheckpoints();
};

void AdmUNetTest::answersAndGradientsOfTheReference_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("legacy order, scale-shift, resampling blocks") << "legacy";
    QTest::newRow("new order, added embedding, strided") << "new_order";
    QTest::newRow("class-conditional, by number of heads") << "classes";
    QTest::newRow("64 px: class-conditional, new order, three blocks") << "small_new_order";
    QTest::newRow("enlarging: six channels in") << "upsampler";
    QTest::newRow("embedding added in resampling blocks") << "added";
}

void AdmUNetTest::answersAndGradientsOfTheReference() {
    QFETCH(QString, name);
    const Golden golden = ::golden(name);
    const at::Tensor x = golden.cases.at("x").detach().clone().set_requires_grad(true);
    const at::Tensor output = golden.answer(x, golden.cases.at("time"));
    const at::Tensor gradient = torch::autograd::grad({output}, {x}, {golden.cases.at("cotangent")})[0];
    const double outputError = difference(output.detach(), golden.cases.at("output"));
    const double gradientError = difference(gradient, golden.cases.at("gradient"));
    qInfo("relative error: output %.2g, gradient %.2g", outputError, gradientError);
    QVERIFY(outputError <= 1e-5);
    QVERIFY(gradientError <= 1e-5);
    const at::NoGradGuard noGrad;
    QVERIFY(at::equal(golden.answer(x, golden.cases.at("time")), output.detach()));
}

void AdmUNetTest::checkpointsChangeNothing() {
    const Golden golden = ::golden("legacy");
    const auto gradient = [&] {
        const at::Tensor x = golden.cases.at("x").detach().clone().set_requires_grad(true);
        return torch::autograd::grad({golden.answer(x, golden.cases.at("time"))}, {x},
                                     {golden.cases.at("cotangent")})[0];
    };
    const at::Tensor expected = gradient();
    const CheckpointScope scope(true);
    QVERIFY(at::equal(gradient(), expected));
}

void AdmUNetTest::bfloat16StaysNear() {
    const at::NoGradGuard noGrad;
    const Golden golden = ::golden("legacy");
    golden.network->to(at::kCPU, at::kBFloat16);
    const StateDict weights = weightsOf(*golden.network);
    QCOMPARE(weights.at("input_blocks.0.0.weight").scalar_type(), at::kBFloat16);
    QCOMPARE(weights.at("time_embed.0.weight").scalar_type(), at::kFloat);
    QCOMPARE(weights.at("input_blocks.1.0.in_layers.0.weight").scalar_type(), at::kFloat);
    const at::Tensor output = golden.answer(golden.cases.at("x"), golden.cases.at("time"));
    QCOMPARE(output.scalar_type(), at::kFloat);
    QVERIFY(difference(output, golden.cases.at("output")) < 0.03);
}

void AdmUNetTest::wrongAttentionOrderIsNoticed() {
    const at::NoGradGuard noGrad;
    const Golden golden = ::golden("legacy");
    AdmUNetConfig config = admUNetConfigFromJson(golden.network->config());
    config.attentionOrder = AttentionOrder::split;
    AdmUNet other(config);
    other.load(golden.weights);
    const at::Tensor output = other.forward(golden.cases.at("x"), golden.cases.at("time"));
    QVERIFY(difference(output, golden.cases.at("output")) > 1e-2);
}

/// One picture's embedding is added with a bias, several pictures' to their pixels.
void AdmUNetTest::batchEqualsSingles() {
    for (const char* name : {"new_order", "added"}) {
        const Golden golden = ::golden(name);
        const auto single = [&](const char* part, std::int64_t i) { return golden.cases.at(part).narrow(0, i, 1); };
        for (std::int64_t i = 0; i < golden.cases.at("x").size(0); ++i) {
            const at::Tensor x = single("x", i).clone().set_requires_grad(true);
            const at::Tensor output = golden.network->forward(x, single("time", i));
            const at::Tensor gradient = torch::autograd::grad({output}, {x}, {single("cotangent", i)})[0];
            QVERIFY(difference(output.detach(), single("output", i)) <= 1e-5);
            QVERIFY(difference(gradient, single("gradient", i)) <= 1e-5);
        }
    }
}

void AdmUNetTest::anySizeIsMirroredAtTheEdge() {
    const at::NoGradGuard noGrad;
    const Golden golden = ::golden("legacy"); // three levels: multiples of four
    const at::Tensor time = golden.cases.at("time");
    const at::Tensor x = golden.cases.at("x");
    const EdgeAnswers answers =
        edgeAnswers([&](const at::Tensor& part) { return golden.network->forward(part, time); }, x);
    QVERIFY(difference(answers.own, answers.paddedByHand) <= 2e-6);
    const at::Tensor pixel = golden.network->forward(x.slice(2, 0, 1).slice(3, 0, 1), time);
    QCOMPARE(pixel.sizes(), at::IntArrayRef({4, 6, 1, 1}));
}

void AdmUNetTest::untrainedNetworkReturnsZeros() { QVERIFY(startsAtZero("adm-unet", toJson(tiny()))); }

void AdmUNetTest::classConditionalNetworkAsksForClasses() {
    const Golden conditional = golden("classes");
    QVERIFY_THROWS_EXCEPTION(Error,
                             conditional.network->forward(conditional.cases.at("x"), conditional.cases.at("time")));
    const AdmUNet plain(tiny());
    QVERIFY_THROWS_EXCEPTION(Bug,
                             plain.forwardOfClass(at::ones({1, 3, 4, 4}), at::zeros({1}), at::zeros({1}, at::kLong)));
}

void AdmUNetTest::foreignWeightsAreRefusedByName() {
    const StateDict own = weightsOf(AdmUNet(tiny(), 1));
    QCOMPARE(refusal(own), std::string("accepted"));
    const std::string name = "middle_block.1.qkv.weight";
    StateDict missing, extra = own, misshaped;
    extra.add("label_emb.weight", at::zeros({10, 32}));
    for (const auto& [key, tensor] : own) {
        if (key != name) {
            missing.add(key, tensor);
        }
        misshaped.add(key, key == name ? tensor.unsqueeze(-1) : tensor);
    }
    QVERIFY(refusal(missing).find(name) != std::string::npos);
    QVERIFY(refusal(extra).find("label_emb.weight") != std::string::npos);
    QVERIFY(refusal(misshaped).find(name) != std::string::npos);
}

void AdmUNetTest::configurationRoundTrip() {
    const AdmUNetConfig config{.inputChannels = 6,
                               .outputChannels = 2,
                               .modelChannels = 24,
                               .channelMultipliers = {0.5, 1, 1.5},
                               .residualBlocks = 3,
                               .attentionDownsampling = {1, 4},
                               .attentionOrder = AttentionOrder::split,
                               .headChannels = 0,
                               .heads = 3,
                               .resampleInBlocks = false,
                               .scaleShiftNorm = false,
                               .classes = 7,
                               .groups = 6};
    const Json json = AdmUNet(config).config();
    QVERIFY(admUNetConfigFromJson(parseJson(json.dump(), "the test")) == config);
    QCOMPARE(json.size(), std::size_t{13});
}

void AdmUNetTest::impossibleConfigurationsAreRefusedByName() {
    const Json absent = Json::parse("", nullptr, false);
    const Json known = toJson(tiny());
    for (const auto& [entry, value] : known.items()) {
        QVERIFY2(refusal(entry.c_str(), absent).find(entry) != std::string::npos, entry.c_str());
        QVERIFY2(refusal(entry.c_str(), Json::object()).find(entry) != std::string::npos, entry.c_str());
    }
    QVERIFY(refusal("dropout", 0.1).find("dropout") != std::string::npos);
    QVERIFY(refusal("attentionOrder", "old").find("attentionOrder") != std::string::npos);
    QVERIFY(refusal("attentionDownsampling", {3}).find("attentionDownsampling") != std::string::npos);
    QVERIFY(refusal("attentionDownsampling", {4}).find("attentionDownsampling") != std::string::npos);
    QVERIFY(refusal("channelMultipliers", {1, 1.25}).find("groups") != std::string::npos);
    QVERIFY(refusal("channelMultipliers", Json::array()).find("levels") != std::string::npos);
    QVERIFY(refusal("groups", 0).find("groups") != std::string::npos);
    QVERIFY(refusal("headChannels", 3).find("headChannels") != std::string::npos);
    QVERIFY(refusal("modelChannels", 8.5).find("modelChannels") != std::string::npos);
}

void AdmUNetTest::publishedNetworksHaveTheirSizes_data() {
    QTest::addColumn<QString>("entries");
    QTest::addColumn<qint64>("weights");
    QTest::addColumn<int>("tensors");
    QTest::newRow("ffhq_10m") << R"({"modelChannels": 128, "channelMultipliers": [1, 1, 2, 2, 4, 4],
        "residualBlocks": 1, "attentionDownsampling": [16]})"
                              << qint64{93'563'910} << 362;
    QTest::newRow("256x256_diffusion_uncond")
        << R"({"channelMultipliers": [1, 1, 2, 2, 4, 4]})" << qint64{552'814'086} << 566;
    QTest::newRow("256x256_diffusion") << R"({"channelMultipliers": [1, 1, 2, 2, 4, 4], "classes": 1000})"
                                       << qint64{553'838'086} << 567;
    QTest::newRow("512x512_diffusion") << R"({"channelMultipliers": [0.5, 1, 1, 2, 2, 4, 4], "classes": 1000,
        "attentionDownsampling": [16, 32, 64]})"
                                       << qint64{558'997'638} << 645;
    QTest::newRow("128x128_diffusion") << R"({"channelMultipliers": [1, 1, 2, 3, 4], "classes": 1000,
        "attentionDownsampling": [4, 8, 16], "headChannels": 0, "heads": 4})"
                                       << qint64{421'529'606} << 493;
    QTest::newRow("64x64_diffusion") << R"({"modelChannels": 192, "channelMultipliers": [1, 2, 3, 4],
        "residualBlocks": 3, "classes": 1000, "attentionDownsampling": [2, 4, 8]})"
                                     << qint64{295'904'454} << 541;
    QTest::newRow("64_256_upsampler") << R"({"inputChannels": 6, "modelChannels": 192, "classes": 1000,
        "channelMultipliers": [1, 1, 2, 2, 4, 4]})"
                                      << qint64{311'795'910} << 567;
}

/// Counted by their shapes: nothing is allocated.
void AdmUNetTest::publishedNetworksHaveTheirSizes() {
    QFETCH(QString, entries);
    Json json = toJson(AdmUNetConfig{.outputChannels = 6,
                                     .modelChannels = 256,
                                     .channelMultipliers = {1, 1, 1, 1, 1, 1},
                                     .attentionDownsampling = {8, 16, 32}});
    json.update(Json::parse(entries.toStdString()));
    const AdmUNetConfig config = admUNetConfigFromJson(json);
    const std::vector<PlannedWeight> parameters = admUNetParameters(config, planAdmUNet(config));
    qint64 weights = 0;
    for (const PlannedWeight& parameter : parameters) {
        weights += c10::multiply_integers(parameter.shape);
    }
    QTEST(weights, "weights");
    QTEST(static_cast<int>(parameters.size()), "tensors");
}

void AdmUNetTest::namesAreThoseOfTheCheckpoints() {
    for (const char* name : {"legacy", "new_order", "classes", "small_new_order", "upsampler", "added"}) {
        const Golden golden = ::golden(name);
        QCOMPARE(golden.network->parameters().size(), golden.weights.size());
    }
    const AdmUNetConfig ffhq{.outputChannels = 6,
                             .channelMultipliers = {1, 1, 2, 2, 4, 4},
                             .residualBlocks = 1,
                             .attentionDownsampling = {16}};
    std::map<std::string, std::vector<std::int64_t>> shapes;
    for (const PlannedWeight& parameter : admUNetParameters(ffhq, planAdmUNet(ffhq))) {
        shapes[parameter.name] = parameter.shape;
    }
    QCOMPARE(shapes.at("time_embed.2.weight"), (std::vector<std::int64_t>{512, 512}));
    QCOMPARE(shapes.at("input_blocks.9.0.skip_connection.weight"), (std::vector<std::int64_t>{512, 256, 1, 1}));
    QCOMPARE(shapes.at("input_blocks.9.1.qkv.weight"), (std::vector<std::int64_t>{1536, 512, 1}));
    QCOMPARE(shapes.at("output_blocks.3.2.emb_layers.1.weight"), (std::vector<std::int64_t>{1024, 512}));
    QCOMPARE(shapes.at("output_blocks.3.0.in_layers.2.weight"), (std::vector<std::int64_t>{512, 768, 3, 3}));
    QCOMPARE(shapes.at("output_blocks.9.1.out_layers.3.weight"), (std::vector<std::int64_t>{128, 128, 3, 3}));
    QVERIFY(!shapes.contains("output_blocks.11.1.qkv.weight"));
    QCOMPARE(shapes.at("out.2.weight"), (std::vector<std::int64_t>{6, 128, 3, 3}));
}

QTEST_GUILESS_MAIN(AdmUNetTest)
#include "adm_unet_test.moc"
