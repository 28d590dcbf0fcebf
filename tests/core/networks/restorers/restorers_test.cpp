// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/checkpoints/safetensors.h"
#include "core/networks/catalogue.h"
#include "core/networks/evaluation_cost.h"
#include "core/networks/placeholder_weights.h"
#include "tests/core/networks/network_checks.h"
#include "tests/core/networks/restorers/formula_weights.h"

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

/// What tests/reference/export_restorers.py recorded.
struct Golden {
    std::unique_ptr<Network> network;
    Json shapes;
    at::Tensor x, time, output, gradient;
};

Golden golden(const QString& name, const QString& architecture) {
    const std::string path = PALIMPSEST_SOURCE_DIR "/tests/golden/restorers/" + name.toStdString() + ".safetensors";
    const Safetensors file = readSafetensors(path);
    Golden result;
    result.network =
        makeNetwork(architecture.toStdString(), parseJson(file.metadata.at("configuration"), "configuration"));
    result.network->load(formulaWeights(*result.network));
    result.shapes = parseJson(file.metadata.at("weights"), "weights");
    const Json time = parseJson(file.metadata.at("time"), "time");
    result.time = time.is_null() ? at::Tensor() : at::full({1}, time.get<double>());
    result.x = file.tensors.at("x").to(at::kFloat);
    result.output = file.tensors.at("output");
    result.gradient = file.tensors.at("gradient");
    return result;
}

/// Largest difference by the largest expected value.
double difference(const at::Tensor& actual, const at::Tensor& expected) {
    if (actual.sizes() != expected.sizes()) {
        return std::numeric_limits<double>::infinity();
    }
    return ((actual - expected).abs().max() / expected.abs().max()).item<double>();
}

} // namespace

class RestorersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersAndGradientsOfTheReference_data() { networks(); }
    void answersAndGradientsOfTheReference();
    void namesAreThoseOfTheCheckpoints_data() { networks(); }
    void namesAreThoseOfTheCheckpoints();
    void bfloat16StaysNear_data() { networks(); }
    void bfloat16StaysNear();
    void anySizeHasAResultOfItsSize_data() { networks(); }
    void anySizeHasAResultOfItsSize();
    void configurationRoundTrip_data() { networks(); }
    void configurationRoundTrip();
    void drunetHeedsTheNoise();
    void publishedNetworksHaveTheirSizes_data();
    void publishedNetworksHaveTheirSizes();

private:
    static void networks();
};

void RestorersTest::networks() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("architecture");
    QTest::newRow("RRDBNet") << "rrdb_net" << "rrdb-net";
    QTest::newRow("RRDBNet with a folded input") << "rrdb_net_2" << "rrdb-net";
    QTest::newRow("SRVGGNetCompact") << "srvgg_net" << "srvgg-net";
    QTest::newRow("DRUNet") << "drunet" << "drunet";
    QTest::newRow("SCUNet") << "scunet" << "scunet";
    QTest::newRow("NAFNet") << "nafnet" << "nafnet";
    QTest::newRow("LaMa") << "lama" << "lama";
}

void RestorersTest::answersAndGradientsOfTheReference() {
    QFETCH(QString, name);
    QFETCH(QString, architecture);
    const Golden golden = ::golden(name, architecture);
    const at::Tensor x = golden.x.clone().set_requires_grad(true);
    const at::Tensor output = golden.network->forward(x, golden.time);
    const at::Tensor gradient = torch::autograd::grad({output.square().sum() / 2}, {x})[0];
    const double outputError = difference(output.detach(), golden.output);
    const double gradientError = difference(gradient, golden.gradient);
    qInfo("relative error: output %.2g, gradient %.2g", outputError, gradientError);
    QVERIFY(outputError <= 1e-5);
    QVERIFY(gradientError <= 2e-5);
    const at::NoGradGuard noGrad;
    QVERIFY(difference(golden.network->forward(golden.x, golden.time), output.detach()) <= 1e-6);
}

void RestorersTest::namesAreThoseOfTheCheckpoints() {
    QFETCH(QString, name);
    QFETCH(QString, architecture);
    const Golden golden = ::golden(name, architecture);
    Json own = Json::object();
    for (const auto& [weight, tensor] : golden.network->parameters()) {
        own[weight] = tensor.sizes().vec();
    }
    QCOMPARE(own.dump(), golden.shapes.dump());
}

void RestorersTest::bfloat16StaysNear() {
    QFETCH(QString, name);
    QFETCH(QString, architecture);
    const at::NoGradGuard noGrad;
    const Golden golden = ::golden(name, architecture);
    golden.network->to(at::kCPU, at::kBFloat16);
    const at::Tensor output = golden.network->forward(golden.x, golden.time);
    QCOMPARE(output.scalar_type(), at::kFloat);
    QVERIFY(difference(output, golden.output) < 0.05);
}

/// Also of a network whose sizes are multiples of something.
void RestorersTest::anySizeHasAResultOfItsSize() {
    QFETCH(QString, name);
    QFETCH(QString, architecture);
    const at::NoGradGuard noGrad;
    const Golden golden = ::golden(name, architecture);
    const at::Tensor part = golden.x.slice(2, 0, 7).slice(3, 0, 9);
    const at::Tensor output = golden.network->forward(part, golden.time);
    const int scale = golden.network->scale();
    QCOMPARE(output.sizes(), at::IntArrayRef({part.size(0), 3, part.size(2) * scale, part.size(3) * scale}));
    QVERIFY(output.isfinite().all().item<bool>());
}

void RestorersTest::configurationRoundTrip() {
    QFETCH(QString, name);
    QFETCH(QString, architecture);
    const Golden golden = ::golden(name, architecture);
    const Json config = golden.network->config();
    QCOMPARE(makeNetwork(golden.network->architecture(), config)->config().dump(), config.dump());
    const Json absent = Json::parse("", nullptr, false);
    for (const auto& [entry, value] : config.items()) {
        QVERIFY2(refusedConfig(golden.network->architecture(), config, entry.c_str(), absent).find(entry) !=
                     std::string::npos,
                 entry.c_str());
        QVERIFY2(refusedConfig(golden.network->architecture(), config, entry.c_str(), -1).find(entry) !=
                     std::string::npos,
                 entry.c_str());
    }
}

void RestorersTest::drunetHeedsTheNoise() {
    const at::NoGradGuard noGrad;
    const Golden golden = ::golden("drunet", "drunet");
    QVERIFY(difference(golden.network->forward(golden.x, golden.time * 2), golden.output) > 1e-3);
}

void RestorersTest::publishedNetworksHaveTheirSizes_data() {
    QTest::addColumn<QString>("architecture");
    QTest::addColumn<QString>("configuration");
    QTest::addColumn<qint64>("weights");
    QTest::newRow("RealESRGAN_x4plus")
        << "rrdb-net"
        << R"({"channels":3,"features":64,"growth":32,"blocks":23,"doublings":2,"unshuffle":1})" << qint64{16'697'987};
    QTest::newRow("realesr-animevideov3")
        << "srvgg-net" << R"({"channels":3,"features":64,"convolutions":16,"scale":4})" << qint64{621'424};
    QTest::newRow("drunet_color") << "drunet" << R"({"channels":3,"features":[64,128,256,512],"blocks":4})"
                                  << qint64{32'640'960};
    QTest::newRow("big-lama") << "lama" << R"({"features":64,"globalFeatures":384,"blocks":18})" << qint64{50'975'875};
}

/// Counted by their shapes: nothing is allocated.
void RestorersTest::publishedNetworksHaveTheirSizes() {
    QFETCH(QString, architecture);
    QFETCH(QString, configuration);
    const PlaceholderWeights placeholders;
    const auto network =
        makeNetwork(architecture.toStdString(), parseJson(configuration.toStdString(), "the configuration"));
    qint64 weights = 0;
    for (const auto& [name, tensor] : network->parameters()) {
        weights += name.find(".running_") == std::string::npos ? tensor.numel() : 0;
    }
    QTEST(weights, "weights");
    QVERIFY(evaluationCost(*network).isKnown());
}

QTEST_GUILESS_MAIN(RestorersTest)
#include "restorers_test.moc"
