// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/networks/catalogue.h"
#include "core/networks/compact/compact_unet.h"
#include "core/networks/layers/checkpointing.h"
#include "tests/support/tensor_error.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/core/grad_mode.h>
#include <QTest>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

using namespace palimpsest;

namespace {

CompactUNetConfig tinyConfig() {
    return {.inputChannels = 4,
            .outputChannels = 3,
            .widths = {8, 16, 24},
            .downBlocks = {1, 2, 1},
            .upBlocks = {1, 1, 2},
            .groups = 4,
            .headWidth = 8,
            .timeWidth = 16};
}

/// A network without zeros.
CompactUNet randomNetwork(const CompactUNetConfig& config, std::uint64_t seed = 1) {
    CompactUNet network(config);
    at::Generator generator = at::detail::createCPUGenerator(seed);
    StateDict weights;
    for (const auto& [name, weight] : network.parameters()) {
        weights.add(name, weight + 0.2 * at::randn(weight.sizes(), generator, at::TensorOptions(at::kFloat)) /
                                       std::sqrt(static_cast<double>(
                                           std::max<std::int64_t>(1, weight.numel() / weight.size(0)))));
    }
    network.load(weights);
    return network;
}

at::Tensor draw(at::IntArrayRef shape, std::uint64_t seed, at::ScalarType dtype = at::kFloat) {
    at::Generator generator = at::detail::createCPUGenerator(seed);
    return at::randn(shape, generator, at::TensorOptions(at::kDouble)).to(dtype);
}

StateDict weightsOf(const Network& network) { return StateDict(network.parameters()); }

} // namespace

class CompactUNetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anySizeKeepsItsSize_data() {
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("width");
        QTest::newRow("one pixel") << 1 << 1;
        QTest::newRow("primes") << 13 << 7;
        QTest::newRow("flat") << 3 << 40;
        QTest::newRow("a multiple") << 16 << 24;
    }

    void anySizeKeepsItsSize() {
        QFETCH(int, height);
        QFETCH(int, width);
        const CompactUNet network = randomNetwork(tinyConfig());
        const at::Tensor y = network.forward(draw({2, 4, height, width}, 1), at::tensor({3.0F, 900.0F}));
        QCOMPARE(y.sizes(), at::IntArrayRef({2, 3, height, width}));
        QVERIFY(y.isfinite().all().item<bool>());
    }

    void paddingMirrorsTheBorder() {
        const CompactUNet network = randomNetwork(tinyConfig());
        const at::Tensor x = draw({1, 4, 15, 14}, 2);
        const at::Tensor time = at::tensor({10.0F});
        const at::Tensor whole = network.forward(at::reflection_pad2d(x, {0, 2, 0, 1}), time);
        QVERIFY(network.forward(x, time).equal(whole.slice(2, 0, 15).slice(3, 0, 14)));
    }

    void untrainedNetworkReturnsZeros() {
        const CompactUNet network(tinyConfig());
        QVERIFY(network.forward(draw({1, 4, 16, 16}, 3), at::tensor({5.0F})).eq(0).all().item<bool>());
    }

    void batchOfManyEqualsManyOfOne() {
        const CompactUNet network = randomNetwork(tinyConfig());
        const at::Tensor x = draw({3, 4, 16, 16}, 4);
        const at::Tensor time = at::tensor({0.0F, 500.0F, 999.0F});
        const at::Tensor all = network.forward(x, time);
        for (int i = 0; i < 3; ++i) {
            const at::Tensor one = network.forward(x.slice(0, i, i + 1), time.slice(0, i, i + 1));
            QVERIFY(relativeError(all.slice(0, i, i + 1), one) < 1e-5);
        }
    }

    void gradientOfTheInputAgreesWithDifferences() {
        const at::AutoGradMode gradients(true);
        CompactUNet network = randomNetwork(tinyConfig());
        network.to(at::kCPU, at::kDouble);
        const at::Tensor x = draw({1, 4, 11, 10}, 5, at::kDouble).set_requires_grad(true);
        const at::Tensor time = at::full({1}, 321, at::kDouble);
        const at::Tensor weight = draw({1, 3, 11, 10}, 6, at::kDouble);
        (network.forward(x, time) * weight).sum().backward();
        const at::NoGradGuard noGrad;
        for (std::uint64_t direction = 0; direction < 4; ++direction) {
            const at::Tensor way = draw(x.sizes(), 10 + direction, at::kDouble);
            constexpr double kStep = 1e-5;
            const auto value = [&](double step) {
                return (network.forward(x + step * way, time) * weight).sum().item<double>();
            };
            const double difference = (value(kStep) - value(-kStep)) / (2 * kStep);
            const double exact = (x.grad() * way).sum().item<double>();
            QVERIFY2(std::abs(difference - exact) < 1e-6 * std::abs(exact),
                     qPrintable(QString::number(difference / exact, 'g', 12)));
        }
    }

    void weightsNeedNoGradient() {
        const at::AutoGradMode gradients(true);
        const CompactUNet network = randomNetwork(tinyConfig());
        const at::Tensor x = draw({1, 4, 8, 8}, 7).set_requires_grad(true);
        network.forward(x, at::tensor({1.0F})).sum().backward();
        QVERIFY(x.grad().abs().max().item<float>() > 0);
        for (const auto& [name, weight] : network.parameters()) {
            QVERIFY2(!weight.requires_grad() && !weight.grad().defined(), name.c_str());
        }
    }

    void checkpointsChangeNothing() {
        const at::AutoGradMode gradients(true);
        for (const at::ScalarType dtype : {at::kFloat, at::kBFloat16}) {
            CompactUNet network = randomNetwork(tinyConfig());
            network.to(at::kCPU, dtype);
            std::vector<at::Tensor> slopes;
            for (const bool recompute : {false, true}) {
                const CheckpointScope scope(recompute);
                const at::Tensor x = draw({2, 4, 24, 16}, 14).set_requires_grad(true);
                network.forward(x, at::tensor({7.0F, 800.0F})).square().sum().backward();
                slopes.push_back(x.grad());
            }
            QVERIFY(slopes[0].equal(slopes[1]));
        }
    }

    void kernelsAgreeWithComposedOperators() {
        const at::AutoGradMode gradients(true);
        CompactUNet network = randomNetwork(tinyConfig());
        std::vector<at::Tensor> values;
        std::vector<at::Tensor> slopes;
        for (const at::ScalarType dtype : {at::kFloat, at::kDouble}) { // there are no kernels for double
            network.to(at::kCPU, dtype);
            const at::Tensor x = draw({2, 4, 24, 16}, 15, dtype).set_requires_grad(true);
            const at::Tensor y = network.forward(x, at::tensor({7.0F, 800.0F}));
            y.square().sum().backward();
            values.push_back(y.detach());
            slopes.push_back(x.grad());
        }
        QVERIFY(relativeError(values[0], values[1]) < 1e-5);
        QVERIFY(relativeError(slopes[0], slopes[1]) < 1e-5);
    }

    void everyWeightCounts() {
        const CompactUNetConfig config = tinyConfig();
        const CompactUNet network = randomNetwork(config);
        const at::Tensor x = draw({1, 4, 16, 16}, 8);
        const at::Tensor time = at::tensor({40.0F});
        const at::Tensor before = network.forward(x, time);
        for (const auto& [name, weight] : network.parameters()) {
            at::Tensor own = weight;
            const at::Tensor kept = own.clone();
            own.add_(0.5 * draw(own.sizes(), 9).sign());
            const bool changed = !network.forward(x, time).equal(before);
            own.copy_(kept);
            QVERIFY2(changed, name.c_str());
        }
        QVERIFY(network.forward(x, time).equal(before));
    }

    void timeIsIgnoredWithoutEmbedding() {
        CompactUNetConfig config = tinyConfig();
        config.timeWidth = 0;
        const CompactUNet network = randomNetwork(config);
        const at::Tensor x = draw({1, 4, 9, 9}, 11);
        QVERIFY(network.forward(x, {}).equal(network.forward(x, at::tensor({700.0F}))));
    }

    void bfloat16IsClose() {
        CompactUNet network = randomNetwork(tinyConfig());
        const at::Tensor x = draw({1, 4, 32, 32}, 12);
        const at::Tensor exact = network.forward(x, at::tensor({100.0F}));
        network.to(at::kCPU, at::kBFloat16);
        const at::Tensor rough = network.forward(x, at::tensor({100.0F}));
        QCOMPARE(rough.scalar_type(), at::kFloat);
        QVERIFY(relativeError(rough, exact) < 0.05);
        QVERIFY(!rough.equal(exact));
    }

    void loadingIsStrict() {
        CompactUNet network(tinyConfig());
        StateDict missing;
        for (const auto& [name, weight] : network.parameters()) {
            if (name != "middle.0.conv1.weight") {
                missing.add(name, weight);
            }
        }
        refuses(network, missing, "lack the tensor \"middle.0.conv1.weight\"");
        StateDict more = weightsOf(network);
        more.add("stranger", at::zeros({1}));
        refuses(network, more, "\"stranger\"");
        StateDict reshaped;
        for (const auto& [name, weight] : network.parameters()) {
            reshaped.add(name, name == "in.bias" ? at::zeros({9}) : weight);
        }
        refuses(network, reshaped, "\"in.bias\" has the shape [9] instead of [8]");
    }

    void configurationSurvivesJson() {
        const CompactUNetConfig config = tinyConfig();
        QVERIFY(compactUNetConfigFromJson(toJson(config)) == config);
        const CompactUNet network = randomNetwork(config);
        const std::unique_ptr<Network> again = makeNetwork(network.architecture(), network.config());
        again->load(weightsOf(network));
        const at::Tensor x = draw({1, 4, 8, 8}, 13);
        QVERIFY(again->forward(x, at::tensor({3.0F})).equal(network.forward(x, at::tensor({3.0F}))));
    }

    void impossibleConfigurationsAreRefused() {
        const auto refused = [](auto change) {
            CompactUNetConfig config = tinyConfig();
            change(config);
            QVERIFY_EXCEPTION_THROWN(CompactUNet{config}, Error);
        };
        refused([](auto& config) { config.widths = {}; });
        refused([](auto& config) { config.widths = {8, 18, 24}; });
        refused([](auto& config) { config.upBlocks = {1, 1}; });
        refused([](auto& config) { config.upBlocks = {1, 0, 1}; });
        refused([](auto& config) { config.headWidth = 7; });
        refused([](auto& config) { config.unshuffle = 0; });
        refused([](auto& config) { config.timeWidth = 3; });
        QVERIFY_EXCEPTION_THROWN(compactUNetConfigFromJson(Json{{"widths", "wide"}}), Error);
    }

    void equalSeedsGiveEqualWeights() {
        const CompactUNet one(tinyConfig(), 3);
        const CompactUNet other(tinyConfig(), 3);
        const CompactUNet third(tinyConfig(), 4);
        QVERIFY(one.parameters()[0].second.equal(other.parameters()[0].second));
        QVERIFY(!one.parameters()[0].second.equal(third.parameters()[0].second));
    }

private:
    static void refuses(Network& network, const StateDict& weights, const char* complaint) {
        try {
            network.load(weights);
        } catch (const Error& error) {
            QVERIFY2(error.message().text().find(complaint) != std::string::npos, error.what());
            return;
        }
        QFAIL("the weights were accepted");
    }
};

QTEST_GUILESS_MAIN(CompactUNetTest)
#include "compact_unet_test.moc"
