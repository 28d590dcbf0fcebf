// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/network.h"
#include "core/training/pyramid_estimate.h"

#include <ATen/ATen.h>
#include <QTest>
#include <nlohmann/json.hpp>

#include <vector>

using namespace palimpsest;

namespace {

/// Remembers the sizes it saw, and adds the same amount everywhere.
class AddingNetwork final : public Network {
public:
    explicit AddingNetwork(double amount) : amount_(amount) {}
    at::Tensor forward(const at::Tensor& x, const at::Tensor&) const override {
        sides.push_back(static_cast<int>(x.size(2)));
        return at::full({x.size(0), 3, x.size(2), x.size(3)}, amount_, x.options());
    }
    int inputChannels() const override { return 7; }
    int outputChannels() const override { return 3; }
    std::vector<NamedTensor> parameters() const override { return {}; }
    void load(const StateDict&) override {}
    void to(at::Device, at::ScalarType) override {}
    std::string_view architecture() const override { return "adding"; }
    Json config() const override { return {}; }

    mutable std::vector<int> sides;

private:
    double amount_;
};

/// A grey picture of value 0.5 with a hole of 8 x 8 in its middle, estimated as 0.
at::Tensor greyInput() {
    at::Tensor hole = at::zeros({2, 1, 16, 16});
    hole.slice(2, 4, 12).slice(3, 4, 12).fill_(1);
    const at::Tensor picture = (0.5 * (1 - hole)).expand({2, 3, 16, 16});
    return at::cat({picture, hole, picture}, 1);
}

} // namespace

class PyramidEstimateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsAtTheCoarsestLevel() {
        const AddingNetwork network(0);
        pyramidEstimate(network, greyInput(), 2);
        QVERIFY((network.sides == std::vector<int>{4, 8}));
    }

    void answersOfEveryLevelReachTheHole() {
        const AddingNetwork network(0.125);
        const at::Tensor input = greyInput();
        const at::Tensor one = pyramidEstimate(network, input, 1);
        const at::Tensor two = pyramidEstimate(network, input, 2);
        QCOMPARE(one.sizes(), at::IntArrayRef({2, 3, 16, 16}));
        QCOMPARE(one[0][0][8][8].item<float>(), 0.125F);
        // The quarter size adds its eighth to the estimate of 0, the half size adds another to what it got.
        QCOMPARE(two[0][0][8][8].item<float>(), 0.25F);
    }

    void knownPixelsStay() {
        const AddingNetwork network(0.125);
        const at::Tensor input = greyInput();
        const at::Tensor known = 1 - input.slice(1, 3, 4);
        QVERIFY((pyramidEstimate(network, input, 2) * known).equal(input.slice(1, 0, 3) * known));
    }

    void thinDamageVanishesWithHeight() {
        const AddingNetwork network(1);
        at::Tensor input = greyInput();
        at::Tensor hole = at::zeros({2, 1, 16, 16});
        hole.slice(3, 6, 7).fill_(1); // half of what a coarse pixel covers
        input = at::cat({0.5 * (1 - hole).expand({2, 3, 16, 16}), hole, at::zeros({2, 3, 16, 16})}, 1);
        const at::Tensor estimate = pyramidEstimate(network, input, 1);
        QVERIFY(estimate.eq(0.5).all().item<bool>());
    }
};

QTEST_GUILESS_MAIN(PyramidEstimateTest)
#include "pyramid_estimate_test.moc"
