// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/networks/catalogue.h"
#include "core/restorers/restorer.h"
#include "tests/core/networks/restorers/formula_weights.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace palimpsest;

namespace {

std::shared_ptr<const Network> network(const char* architecture, const char* config) {
    const std::shared_ptr<Network> made = makeNetwork(architecture, parseJson(config, "the test"));
    made->load(formulaWeights(*made));
    return made;
}

/// Sees 5 pixels to every side.
std::shared_ptr<const Network> chain(int scale, int channels = 3) {
    const Json config{{"channels", channels}, {"features", 8}, {"convolutions", 3}, {"scale", scale}};
    return network("srvgg-net", config.dump().c_str());
}

PriorCard card(int scale, int tile, int overlap, int channels = 3) {
    PriorCard card;
    card.id = "test";
    card.kind = "restorer";
    card.channels = channels;
    card.valueRange = {0, 1};
    card.restorer = RestorerRule{.tasks = {"upscale"}, .scale = scale, .tile = tile, .overlap = overlap};
    return card;
}

at::Tensor picture(std::int64_t height, std::int64_t width) {
    return uniformNumbers("picture", 3 * height * width).reshape({1, 3, height, width}) / 2;
}

} // namespace

class RestorerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void piecesLeaveNoSeams();
    void tooSmallAnOverlapLeavesSeams();
    void rangeIsThatOfTheNetwork();
    void anyFactorComesFromAnyScale();
    void greyNetworkSeesEveryColour();
    void filledOnlyInTheHole();
    void stops();
};

/// Twice what the network sees, of which half fades: the pieces agree with the whole exactly.
void RestorerTest::piecesLeaveNoSeams() {
    const at::Tensor x = picture(150, 201);
    const auto net = chain(2);
    const at::Tensor whole = Restorer(net, card(2, 0, 0)).restored(x, 0, {});
    const at::Tensor pieces = Restorer(net, card(2, 96, 10)).restored(x, 0, {});
    QCOMPARE(pieces.sizes(), at::IntArrayRef({1, 3, 300, 402}));
    QVERIFY((whole - pieces).abs().max().item<double>() < 1e-5);
}

void RestorerTest::tooSmallAnOverlapLeavesSeams() {
    const at::Tensor x = picture(150, 201);
    const auto net = chain(2);
    const at::Tensor whole = Restorer(net, card(2, 0, 0)).restored(x, 0, {});
    QVERIFY((whole - Restorer(net, card(2, 96, 2)).restored(x, 0, {})).abs().max().item<double>() > 1e-4);
}

void RestorerTest::rangeIsThatOfTheNetwork() {
    const at::NoGradGuard noGrad;
    const at::Tensor x = picture(20, 30);
    const auto net = chain(1);
    const at::Tensor expected = (net->forward((x + 1) / 2, {}) * 2 - 1).clamp(-1, 1);
    QVERIFY((Restorer(net, card(1, 0, 0)).restored(x, 0, {}) - expected).abs().max().item<double>() < 1e-5);
    PriorCard bytes = card(1, 0, 0);
    bytes.valueRange = {0, 255};
    const at::Tensor inBytes = (net->forward((x + 1) * 127.5, {}) / 127.5 - 1).clamp(-1, 1);
    QVERIFY((Restorer(net, bytes).restored(x, 0, {}) - inBytes).abs().max().item<double>() < 1e-4);
}

void RestorerTest::anyFactorComesFromAnyScale() {
    const at::Tensor x = picture(20, 31);
    for (const int scale : {2, 3, 4}) {
        const Restorer restorer(chain(scale), card(scale, 0, 0));
        for (const int factor : {2, 4, 8}) {
            const at::Tensor y = restorer.enlarged(x, factor, 0, {});
            QCOMPARE(y.sizes(), at::IntArrayRef({1, 3, 20 * factor, 31 * factor}));
        }
        const at::Tensor own = restorer.restored(x, 0, {});
        QVERIFY(at::equal(restorer.enlarged(x, scale, 0, {}), own));
    }
    const Restorer fourfold(chain(4), card(4, 0, 0));
    const at::Tensor means = at::avg_pool2d(fourfold.restored(x, 0, {}), 2);
    QVERIFY((fourfold.enlarged(x, 2, 0, {}) - means).abs().max().item<double>() < 1e-5);
}

void RestorerTest::greyNetworkSeesEveryColour() {
    const at::Tensor x = picture(20, 30);
    const Restorer restorer(chain(2, 1), card(2, 0, 0, 1));
    const at::Tensor y = restorer.restored(x, 0, {});
    QCOMPARE(y.sizes(), at::IntArrayRef({1, 3, 40, 60}));
    const at::Tensor green = x.narrow(1, 1, 1).expand({1, 3, 20, 30});
    QVERIFY((restorer.restored(green, 0, {}).narrow(1, 0, 1) - y.narrow(1, 1, 1)).abs().max().item<double>() < 1e-5);
}

void RestorerTest::filledOnlyInTheHole() {
    const Restorer lama(network("lama", R"({"features":4,"globalFeatures":24,"blocks":1})"), card(1, 0, 0));
    const at::Tensor x = picture(40, 50);
    at::Tensor hole = at::zeros({1, 1, 40, 50});
    hole.slice(2, 10, 20).slice(3, 15, 30).fill_(1);
    const at::Tensor y = lama.filled(x * (1 - hole), hole, {});
    QVERIFY(at::equal(y * (1 - hole), x * (1 - hole)));
    QVERIFY((y * hole).abs().max().item<double>() > 0);
    QVERIFY_THROWS_EXCEPTION(Bug, Restorer(chain(1), card(1, 0, 0)).filled(x, hole, {}));
}

void RestorerTest::stops() {
    std::stop_source source;
    source.request_stop();
    QVERIFY_THROWS_EXCEPTION(Cancelled,
                             Restorer(chain(1), card(1, 0, 0)).restored(picture(8, 8), 0, source.get_token()));
}

QTEST_GUILESS_MAIN(RestorerTest)
#include "restorer_test.moc"
