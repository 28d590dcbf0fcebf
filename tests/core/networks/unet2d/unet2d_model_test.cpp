// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/checkpoints/safetensors.h"
#include "core/networks/layers/checkpointing.h"
#include "core/networks/unet2d/unet2d_model.h"
#include "core/networks/unet2d/unet2d_weights.h"
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

constexpr const char* kGolden[] = {"plain", "resnet", "skip", "numbers", "bare", "hollow"};

struct Golden {
    std::unique_ptr<Unet2dModel> network;
    StateDict weights, cases;

    at::Tensor answer(const at::Tensor& x) const {
        const at::Tensor& time = cases.at("time");
        return cases.contains("classes") ? network->forwardOfClass(x, time, cases.at("classes"))
                                         : network->forward(x, time);
    }

    at::Tensor gradient(const at::Tensor& x) const {
        const at::Tensor leaf = x.detach().clone().set_requires_grad(true);
        return torch::autograd::grad({answer(leaf)}, {leaf}, {cases.at("cotangent").to(x.scalar_type())})[0];
    }
};

/// A folder as diffusers writes it, with what tests/reference/export_unet2d.py recorded.
Golden golden(const std::string& name) {
    const std::string folder = PALIMPSEST_SOURCE_DIR "/tests/golden/unet2d/" + name;
    Golden result;
    result.network = std::make_unique<Unet2dModel>(unet2dConfigFromJson(readJson(folder + "/config.json")), 3);
    result.weights = readSafetensors(folder + "/diffusion_pytorch_model.safetensors").tensors;
    result.network->load(result.weights);
    result.cases = readSafetensors(folder + "/cases.safetensors").tensors;
    return result;
}

/// Of each sample the largest difference by the largest expected value; the worst of them.
double difference(const at::Tensor& actual, const at::Tensor& expected) {
    if (actual.sizes() != expected.sizes()) {
        return std::numeric_limits<double>::infinity();
    }
    return ((actual - expected).abs().amax({1, 2, 3}) / expected.abs().amax({1, 2, 3})).max().item<double>();
}

Unet2dConfig tiny() {
    return {.downBlocks = {Unet2dBlockType::plain, Unet2dBlockType::attention},
            .upBlocks = {Unet2dBlockType::attention, Unet2dBlockType::plain},
            .widths = {8, 16},
            .layers = 1,
            .groups = 4};
}

std::string refusal(const Json& json) {
    try {
        Unet2dModel network(unet2dConfigFromJson(json));
    } catch (const Error& e) {
        return e.code() == ErrorCode::badInput ? e.message().text() : "wrong code";
    }
    return "accepted";
}

std::string refusal(const char* key, const Json& value) {
    Json json = toJson(tiny());
    json[key] = value;
    return refusal(json);
}

bool refuses(const char* key, const Json& value) { return refusal(key, value).find(key) != std::string::npos; }

struct Size {
    std::size_t tensors = 0;
    std::int64_t weights = 0;
};

/// Counted by shapes: nothing is allocated.
Size sizeOf(const Json& json) {
    const Unet2dConfig config = unet2dConfigFromJson(json);
    Size size;
    for (const PlannedWeight& weight : unet2dParameters(config, planUnet2d(config))) {
        ++size.tensors;
        size.weights += c10::multiply_integers(weight.shape);
    }
    return size;
}

void addGoldenRows() {
    QTest::addColumn<QString>("name");
    for (const char* name : kGolden) {
        QTest::newRow(name) << name;
    }
}

} // namespace

class Unet2dModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersAndGradientsOfTheReference_data() { addGoldenRows(); }
    void answersAndGradientsOfTheReference();
    void exactArithmeticAgrees_data() { addGoldenRows(); }
    void exactArithmeticAgrees();
    void bfloat16StaysNear();
    void checkpointsChangeNothing();
    void batchEqualsSingles();
    void anySizeIsMirroredAtTheEdge();
    void untrainedNetworkReturnsZeros();
    void classesAreAskedFor();
    void everySettingChangesTheAnswer();
    void configurationRoundTrip();
    void absentAndUnknownKeysAreLikeInDiffusers();
    void impossibleConfigurationsAreRefusedByName();
    void publishedNetworksHaveTheirSizes();
};

void Unet2dModelTest::answersAndGradientsOfTheReference() {
    QFETCH(QString, name);
    const Golden golden = ::golden(name.toStdString());
    QCOMPARE(golden.network->parameters().size(), golden.weights.size());
    const at::Tensor& x = golden.cases.at("x");
    const double gradientError = difference(golden.gradient(x), golden.cases.at("gradient"));
    const at::NoGradGuard noGrad;
    const double outputError = difference(golden.answer(x), golden.cases.at("output"));
    qInfo("relative error: output %.2g, gradient %.2g", outputError, gradientError);
    QVERIFY(outputError <= 1e-5);
    QVERIFY(gradientError <= 1e-5);
}

/// In float64 the network runs on composed operators alone: kernels and operators must tell the same.
void Unet2dModelTest::exactArithmeticAgrees() {
    QFETCH(QString, name);
    const Golden golden = ::golden(name.toStdString());
    const at::Tensor& x = golden.cases.at("x");
    const at::Tensor gradient = golden.gradient(x);
    const at::Tensor output = golden.answer(x).detach();
    golden.network->to(at::kCPU, at::kDouble);
    QVERIFY(difference(output, golden.answer(x.to(at::kDouble)).detach()) <= 1e-5);
    QVERIFY(difference(gradient, golden.gradient(x.to(at::kDouble))) <= 1e-5);
}

void Unet2dModelTest::bfloat16StaysNear() {
    const at::NoGradGuard noGrad;
    for (const char* name : kGolden) {
        const Golden golden = ::golden(name);
        golden.network->to(at::kCPU, at::kBFloat16);
        const StateDict weights(golden.network->parameters());
        QCOMPARE(weights.at("conv_in.weight").scalar_type(), at::kBFloat16);
        QCOMPARE(weights.at("time_embedding.linear_1.weight").scalar_type(), at::kFloat);
        QCOMPARE(weights.at("conv_norm_out.weight").scalar_type(), at::kFloat);
        const at::Tensor output = golden.answer(golden.cases.at("x"));
        QCOMPARE(output.scalar_type(), at::kFloat);
        const double error = difference(output, golden.cases.at("output"));
        QVERIFY2(error > 1e-5 && error < 0.05, name);
    }
}

void Unet2dModelTest::checkpointsChangeNothing() {
    const Golden golden = ::golden("skip");
    const at::Tensor& x = golden.cases.at("x");
    const at::Tensor expected = golden.gradient(x);
    const CheckpointScope scope(true);
    QVERIFY(at::equal(golden.gradient(x), expected));
}

void Unet2dModelTest::batchEqualsSingles() {
    const at::NoGradGuard noGrad;
    const Golden golden = ::golden("plain");
    const at::Tensor& x = golden.cases.at("x");
    const at::Tensor whole = golden.answer(x);
    for (std::int64_t i = 0; i < x.size(0); ++i) {
        const at::Tensor single = golden.network->forward(x.narrow(0, i, 1), golden.cases.at("time").narrow(0, i, 1));
        QVERIFY(difference(single, whole.narrow(0, i, 1)) <= 2e-6);
    }
}

void Unet2dModelTest::anySizeIsMirroredAtTheEdge() {
    const at::NoGradGuard noGrad;
    const Golden golden = ::golden("skip"); // three levels: multiples of four
    const at::Tensor x = golden.cases.at("x");
    const EdgeAnswers answers = edgeAnswers([&](const at::Tensor& part) { return golden.answer(part); }, x);
    QVERIFY(difference(answers.own, answers.paddedByHand) <= 2e-6);
    QCOMPARE(golden.answer(x.slice(2, 0, 1).slice(3, 0, 1)).sizes(), at::IntArrayRef({3, 3, 1, 1}));
}

void Unet2dModelTest::untrainedNetworkReturnsZeros() { QVERIFY(startsAtZero("unet2d", toJson(tiny()))); }

void Unet2dModelTest::classesAreAskedFor() {
    const Golden table = golden("resnet");
    QCOMPARE(table.network->classes(), 5);
    QCOMPARE(golden("numbers").network->classes(), 1000);
    QVERIFY_THROWS_EXCEPTION(Error, table.network->forward(table.cases.at("x"), table.cases.at("time")));
    const Unet2dModel plain(tiny());
    QCOMPARE(plain.classes(), 0);
    QVERIFY_THROWS_EXCEPTION(Bug,
                             plain.forwardOfClass(at::ones({1, 3, 4, 4}), at::zeros({1}), at::zeros({1}, at::kLong)));
}

/// Weights of one shape under other settings draw something else: none of these can be inferred from shapes.
void Unet2dModelTest::everySettingChangesTheAnswer() {
    const at::NoGradGuard noGrad;
    const Golden golden = ::golden("plain");
    const at::Tensor expected = golden.answer(golden.cases.at("x"));
    const std::map<std::string, Json> changes{{"downsample_padding", 1},
                                              {"flip_sin_to_cos", true},
                                              {"freq_shift", 0},
                                              {"norm_eps", 1e-2},
                                              {"attention_head_dim", 8},
                                              {"norm_num_groups", 2},
                                              {"center_input_sample", true},
                                              {"mid_block_scale_factor", 2},
                                              {"attn_norm_num_groups", 2}};
    for (const auto& [key, value] : changes) {
        Json json = golden.network->config();
        json[key] = value;
        Unet2dModel other(unet2dConfigFromJson(json));
        other.load(golden.weights);
        const double change = difference(other.forward(golden.cases.at("x"), golden.cases.at("time")), expected);
        QVERIFY2(change > 1e-4, key.c_str());
    }
}

void Unet2dModelTest::configurationRoundTrip() {
    for (const char* name : kGolden) {
        const Json json = golden(name).network->config();
        QVERIFY(unet2dConfigFromJson(parseJson(json.dump(), "the test")) ==
                unet2dConfigFromJson(
                    readJson(std::string(PALIMPSEST_SOURCE_DIR "/tests/golden/unet2d/") + name + "/config.json")));
        QCOMPARE(json.size(), std::size_t{25});
    }
}

void Unet2dModelTest::absentAndUnknownKeysAreLikeInDiffusers() {
    QVERIFY(unet2dConfigFromJson(Json::object()) == Unet2dConfig());
    const Json bookkeeping{{"_class_name", "UNet2DModel"},   {"_diffusers_version", "0.0.4"},
                           {"sample_size", {64, 96}},        {"dropout", 0.1},
                           {"num_train_timesteps", nullptr}, {"sampling", "as you like"}};
    QVERIFY(unet2dConfigFromJson(bookkeeping) == Unet2dConfig());
    Json old = toJson(tiny());
    old["down_block_types"] = {"UNetResDownBlock2D", "UNetResAttnDownBlock2D"};
    QVERIFY(unet2dConfigFromJson(old) == tiny());
}

void Unet2dModelTest::impossibleConfigurationsAreRefusedByName() {
    QCOMPARE(refusal(toJson(tiny())), std::string("accepted"));
    const Json known = toJson(tiny());
    for (const auto& [key, value] : known.items()) {
        QVERIFY2(refuses(key.c_str(), Json::object()), key.c_str());
    }
    QVERIFY(refusal(Json::array()).find("object") != std::string::npos);
    QVERIFY(refuses("down_block_types", {"DownBlock2D", "CrossAttnDownBlock2D"}));
    QVERIFY(refuses("down_block_types", {"DownBlock2D"}));
    QVERIFY(refuses("down_block_types", {"DownBlock2D", "UpBlock2D"}));
    QVERIFY(refuses("up_block_types", {"SkipUpBlock2D", "UpBlock2D"}));
    QVERIFY(refuses("block_out_channels", {8, 18}));
    QVERIFY(refuses("block_out_channels", Json::array()));
    QVERIFY(refuses("block_out_channels", {8, 1e300}));
    QVERIFY(refuses("norm_num_groups", nullptr));
    QVERIFY(refuses("norm_num_groups", 0));
    QVERIFY(refuses("attention_head_dim", 5));
    QVERIFY(refuses("attn_norm_num_groups", 5));
    QVERIFY(refuses("time_embedding_type", "learned"));
    QVERIFY(refuses("class_embed_type", "identity"));
    QVERIFY(refuses("resnet_time_scale_shift", "spatial"));
    QVERIFY(refuses("act_fn", "gelu"));
    QVERIFY(refuses("downsample_padding", 2));
    QVERIFY(refuses("freq_shift", 4));
    QVERIFY(refuses("mid_block_scale_factor", 0));
    QVERIFY(refuses("layers_per_block", 1'000'000'000));
    Json skip = toJson(tiny());
    skip["down_block_types"] = {"SkipDownBlock2D", "DownBlock2D"};
    skip["in_channels"] = 1;
    QVERIFY(refusal(skip).find("in_channels") != std::string::npos);
}

void Unet2dModelTest::publishedNetworksHaveTheirSizes() {
    const Size celebahq = sizeOf(Json::parse(R"({"attention_head_dim": null, "norm_eps": 1e-6,
        "block_out_channels": [128, 128, 256, 256, 512, 512],
        "down_block_types": ["DownBlock2D", "DownBlock2D", "DownBlock2D", "DownBlock2D", "AttnDownBlock2D", "DownBlock2D"],
        "up_block_types": ["UpBlock2D", "AttnUpBlock2D", "UpBlock2D", "UpBlock2D", "UpBlock2D", "UpBlock2D"]})"));
    QCOMPARE(celebahq.tensors, std::size_t{450});
    QCOMPARE(celebahq.weights, std::int64_t{113'673'219});
    const Size ncsnpp = sizeOf(Json::parse(R"({"attention_head_dim": null, "norm_eps": 1e-6, "norm_num_groups": null,
        "time_embedding_type": "fourier", "block_out_channels": [128, 128, 256, 256, 256, 256, 256],
        "down_block_types": ["SkipDownBlock2D", "SkipDownBlock2D", "SkipDownBlock2D", "SkipDownBlock2D",
                             "AttnSkipDownBlock2D", "SkipDownBlock2D", "SkipDownBlock2D"],
        "up_block_types": ["SkipUpBlock2D", "SkipUpBlock2D", "AttnSkipUpBlock2D", "SkipUpBlock2D", "SkipUpBlock2D",
                           "SkipUpBlock2D", "SkipUpBlock2D"]})"));
    QCOMPARE(ncsnpp.weights, std::int64_t{65'574'549});
    QCOMPARE(ncsnpp.tensors, std::size_t{645});
}

QTEST_GUILESS_MAIN(Unet2dModelTest)
#include "unet2d_model_test.moc"
