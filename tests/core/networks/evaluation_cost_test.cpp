// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/adm/adm_unet_config.h"
#include "core/networks/catalogue.h"
#include "core/networks/compact/compact_unet.h"
#include "core/networks/evaluation_cost.h"
#include "core/networks/layers/convolution.h"
#include "core/networks/ncsnpp/ncsnpp_config.h"
#include "core/networks/placeholder_weights.h"
#include "core/networks/restorers/drunet.h"
#include "core/networks/restorers/lama.h"
#include "core/networks/restorers/nafnet.h"
#include "core/networks/restorers/rrdb_net.h"
#include "core/networks/restorers/scunet.h"
#include "core/networks/restorers/srvgg_net.h"
#include "core/networks/unet2d/unet2d_config.h"

#include <ATen/ATen.h>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace palimpsest;

class EvaluationCostTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsTheConvolutionsOfItsLife() {
        const auto packed = std::make_shared<PackedWeights>();
        const Convolution plain{.weight = at::ones({8, 3, 3, 3}), .bias = at::ones({8}), .stride = 1, .padding = 1};
        const Convolution halving{.weight = at::ones({4, 3, 3, 3}), .bias = at::ones({4}), .stride = 2, .padding = 1};
        const at::Tensor x = at::ones({2, 3, 10, 6});
        convolve(plain, x, packed); // nobody counts
        const ConvolutionCount outer;
        convolve(plain, x, packed);
        QCOMPARE(outer.activations, 2.0 * 8 * 10 * 6);
        QCOMPARE(outer.multiplyAdds, 2.0 * 8 * 10 * 6 * 27);
        {
            const ConvolutionCount inner;
            convolve(halving, x, packed);
            QCOMPARE(inner.activations, 2.0 * 4 * 5 * 3);
            QCOMPARE(inner.multiplyAdds, 2.0 * 4 * 5 * 3 * 27);
        }
        QCOMPARE(outer.activations, 2.0 * 8 * 10 * 6);
    }

    void networksWithoutWeightsCountTheSame_data() {
        QTest::addColumn<QString>("architecture");
        for (const NetworkEntry& entry : networkCatalogue()) {
            QTest::newRow(std::string(entry.id).c_str()) << QString::fromStdString(std::string(entry.id));
        }
    }

    void networksWithoutWeightsCountTheSame() {
        QFETCH(QString, architecture);
        const std::map<std::string, Json> configs{
            {"adm-unet", toJson(AdmUNetConfig{.modelChannels = 8,
                                              .channelMultipliers = {1, 2},
                                              .residualBlocks = 1,
                                              .attentionDownsampling = {2},
                                              .headChannels = 4,
                                              .classes = 3,
                                              .groups = 4})},
            {"compact-unet", toJson(CompactUNetConfig{.widths = {8, 16},
                                                      .downBlocks = {1, 1},
                                                      .upBlocks = {1, 1},
                                                      .groups = 4,
                                                      .headWidth = 8,
                                                      .timeWidth = 16})},
            {"drunet", toJson(DruNetConfig{.features = {4, 4, 4, 4}, .blocks = 1})},
            {"lama", toJson(LamaConfig{.features = 4, .globalFeatures = 24, .blocks = 1})},
            {"nafnet", toJson(NafNetConfig{.features = 4, .encoders = {1}, .middle = 1, .decoders = {1}})},
            {"rrdb-net", toJson(RrdbConfig{.features = 4, .growth = 4, .blocks = 1})},
            {"scunet", toJson(ScuNetConfig{.features = 8, .headWidth = 4, .blocks = {1, 1, 1, 1, 1, 1, 1}})},
            {"srvgg-net", toJson(SrvggConfig{.features = 4, .convolutions = 2})},
            {"ncsnpp",
             toJson(NcsnppConfig{
                 .modelChannels = 8, .channelMultipliers = {1, 2}, .residualBlocks = 1, .attentionDownsampling = {2}})},
            {"unet2d", toJson(Unet2dConfig{.downBlocks = {Unet2dBlockType::plain, Unet2dBlockType::attention},
                                           .upBlocks = {Unet2dBlockType::attention, Unet2dBlockType::plain},
                                           .widths = {8, 16},
                                           .layers = 1,
                                           .groups = 4})}};
        const auto whole = makeNetwork(architecture.toStdString(), configs.at(architecture.toStdString()));
        const PlaceholderWeights bare;
        const auto shapes = makeNetwork(architecture.toStdString(), configs.at(architecture.toStdString()));
        const EvaluationCost cost = evaluationCost(*shapes);
        QVERIFY(cost.isKnown());
        QCOMPARE(cost, evaluationCost(*whole));
        const at::Tensor x = at::zeros({1, whole->inputChannels(), 64, 64});
        const at::Tensor time = at::full({1}, 500.0);
        const ConvolutionCount done;
        whole->classes() > 0 ? whole->forwardOfClass(x, time, at::zeros({1}, at::kLong)) : whole->forward(x, time);
        QCOMPARE(cost, (EvaluationCost{done.multiplyAdds / 4096, done.activations / 4096}));
    }

    /// 552 million weights, in no time and no memory.
    void theLargestNetworksAreCounted() {
        const PlaceholderWeights bare;
        const auto network = makeNetwork("adm-unet", toJson(AdmUNetConfig{.outputChannels = 6,
                                                                          .modelChannels = 256,
                                                                          .channelMultipliers = {1, 1, 2, 2, 4, 4},
                                                                          .attentionDownsampling = {8, 16, 32}}));
        const double perPicture = evaluationCost(*network).multiplyAdds * 256 * 256;
        QVERIFY2(perPicture > 0.9e12 && perPicture < 1.2e12, qPrintable(QString::number(perPicture)));
    }

    /// Weights of the right type are shared, others converted; the network computes the same.
    void bareWeightsAreLoadedWithoutACopy() {
        const Json config = toJson(AdmUNetConfig{.modelChannels = 8,
                                                 .channelMultipliers = {1, 2},
                                                 .residualBlocks = 1,
                                                 .attentionDownsampling = {2},
                                                 .headChannels = 4,
                                                 .groups = 4});
        const auto source = makeNetwork("adm-unet", config);
        const at::Tensor x = at::randn({1, 3, 16, 16});
        const at::Tensor time = at::full({1}, 500.0);
        for (const at::ScalarType type : {at::kFloat, at::kDouble}) {
            StateDict given;
            for (const auto& [name, tensor] : source->parameters()) {
                given.add(name, at::randn(tensor.sizes(), at::TensorOptions(type)));
            }
            source->load(given);
            const auto network = bare(config);
            network->load(given);
            for (const auto& [name, tensor] : network->parameters()) {
                QCOMPARE(tensor.data_ptr() == given.at(name).data_ptr(), type == at::kFloat);
                QCOMPARE(tensor.scalar_type(), at::kFloat);
            }
            network->to(at::kCPU, at::kFloat);
            QVERIFY(at::allclose(network->forward(x, time), source->forward(x, time), 1e-5, 1e-5));
        }
    }

private:
    static std::unique_ptr<Network> bare(const Json& config) {
        const PlaceholderWeights bare;
        return makeNetwork("adm-unet", config);
    }
};

QTEST_GUILESS_MAIN(EvaluationCostTest)
#include "evaluation_cost_test.moc"
