// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/denoisers/tiled_denoiser.h"
#include "tests/support/tensor_error.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/core/grad_mode.h>
#include <QTest>
#include <torch/csrc/autograd/autograd.h>

using namespace palimpsest;

namespace {

const Step kStep{.index = 0, .count = 2, .alphaBar = 0.25, .alphaBarNext = 0.5, .modelTime = 750};

/// Every pixel on its own, not linear, with a variance.
class PixelDenoiser : public Denoiser {
public:
    Prediction predict(const at::Tensor& xt, const Step& step) const override {
        ++calls;
        largest = std::max(largest, xt.numel());
        Prediction prediction = withX0({}, at::tanh(xt * 0.7) + 0.1 * xt * xt, xt, step);
        prediction.logVariance = at::sin(xt);
        return prediction;
    }
    mutable int calls = 0;
    mutable std::int64_t largest = 0;
};

/// Looks two pixels far.
class LocalDenoiser : public Denoiser {
public:
    Prediction predict(const at::Tensor& xt, const Step& step) const override {
        const at::Tensor wide = at::replication_pad2d(xt, {2, 2, 2, 2});
        const at::Tensor smooth = at::avg_pool2d(wide, 5, 1);
        return withX0({}, at::tanh(smooth) * smooth, xt, step);
    }
};

at::Tensor draw(at::IntArrayRef shape, std::uint64_t seed) {
    return at::randn(shape, at::detail::createCPUGenerator(seed), at::TensorOptions(at::kDouble));
}

struct Outcome {
    Prediction prediction;
    at::Tensor gradient;
};

/// The gradient is that of a sum of x0 and eps with random weights.
Outcome outcomeOf(const Denoiser& denoiser, const at::Tensor& x) {
    const at::AutoGradMode graph(true);
    const at::Tensor xt = x.detach().clone().requires_grad_(true);
    const Prediction prediction = denoiser.predict(xt, kStep);
    const at::Tensor value = (prediction.x0 * draw(x.sizes(), 91) + prediction.eps * draw(x.sizes(), 92)).sum();
    return {prediction, torch::autograd::grad({value}, {xt}).front()};
}

} // namespace

class TiledDenoiserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void weightsSumToOne() {
        for (const std::int64_t length : {1, 40, 64, 65, 96, 97, 128, 200, 1001}) {
            const TileAxis axis = tileAxis(length, 64, 32);
            std::vector<double> sums(static_cast<std::size_t>(length), 0.0);
            for (std::size_t tile = 0; tile < axis.begins.size(); ++tile) {
                QVERIFY(axis.begins[tile] >= 0 && axis.begins[tile] + axis.side <= length);
                QVERIFY(tile == 0 || axis.begins[tile] - axis.begins[tile - 1] <= axis.side - 32);
                for (std::size_t i = 0; i < axis.weights[tile].size(); ++i) {
                    sums[static_cast<std::size_t>(axis.begins[tile]) + i] += axis.weights[tile][i];
                }
            }
            for (const double sum : sums) {
                QVERIFY(std::abs(sum - 1) < 1e-14);
            }
        }
    }

    void pixelwiseDenoiserDoesNotNoticeTiles() {
        const PixelDenoiser inner;
        const at::Tensor x = draw({2, 3, 150, 203}, 1);
        const Prediction whole = inner.predict(x, kStep);
        inner.largest = 0;
        const Prediction tiled = TiledDenoiser(inner, {.side = 64, .overlap = 16}).predict(x, kStep);
        QCOMPARE(inner.largest, 2 * 3 * 64 * 64);
        QVERIFY(relativeError(tiled.x0, whole.x0) < 1e-14);
        QVERIFY(relativeError(tiled.eps, whole.eps) < 1e-14);
        QVERIFY(relativeError(*tiled.logVariance, *whole.logVariance) < 1e-14);
    }

    void gradientIsThatOfTheWhole() {
        const PixelDenoiser inner;
        const at::Tensor x = draw({1, 3, 100, 70}, 2);
        const Outcome whole = outcomeOf(inner, x);
        inner.largest = 0;
        const Outcome tiled = outcomeOf(TiledDenoiser(inner, {.side = 64, .overlap = 16}), x);
        QCOMPARE(inner.largest, 3 * 64 * 64);
        QVERIFY(relativeError(tiled.prediction.x0, whole.prediction.x0) < 1e-14);
        QVERIFY(relativeError(tiled.gradient, whole.gradient) < 1e-13);
    }

    void gradientOfALocalDenoiserAgreesAwayFromTheSeams() {
        const LocalDenoiser inner;
        const at::Tensor x = draw({1, 1, 64, 112}, 3);
        const Outcome whole = outcomeOf(inner, x);
        const Outcome tiled = outcomeOf(TiledDenoiser(inner, {.side = 64, .overlap = 16}), x);
        const auto middle = [](const at::Tensor& tensor) { return tensor.narrow(3, 0, 40); };
        QVERIFY(relativeError(middle(tiled.gradient), middle(whole.gradient)) < 1e-13);
        QVERIFY(relativeError(tiled.prediction.x0, whole.prediction.x0) < 0.05);
    }

    void oneTileIsHandedOn() {
        const LocalDenoiser inner;
        const at::Tensor x = draw({1, 3, 64, 33}, 4);
        const Outcome alone = outcomeOf(inner, x);
        const Outcome tiled = outcomeOf(TiledDenoiser(inner, {.side = 64}), x);
        QVERIFY(tiled.prediction.x0.equal(alone.prediction.x0));
        QVERIFY(tiled.prediction.eps.equal(alone.prediction.eps));
        QVERIFY(tiled.gradient.equal(alone.gradient));
    }

    void tellsItsProgressAndStops() {
        const PixelDenoiser inner;
        const at::Tensor x = draw({1, 1, 100, 100}, 5);
        std::stop_source source;
        std::vector<int> seen;
        const TiledDenoiser tiled(
            inner, {.side = 64, .overlap = 16, .stop = source.get_token(), .onTile = [&](int done, int total) {
                        QCOMPARE(total, 4);
                        seen.push_back(done);
                        if (seen.size() == 6) {
                            source.request_stop();
                        }
                    }});
        tiled.predict(x, kStep);
        QCOMPARE(seen, (std::vector{1, 2, 3, 4}));
        QVERIFY_EXCEPTION_THROWN(tiled.predict(x, kStep), Cancelled);
        QCOMPARE(inner.calls, 6);
    }

    void gradientStops() {
        const PixelDenoiser inner;
        std::stop_source source;
        const TiledDenoiser tiled(inner, {.side = 64, .overlap = 16, .stop = source.get_token()});
        const at::AutoGradMode graph(true);
        const at::Tensor xt = draw({1, 1, 100, 100}, 6).requires_grad_(true);
        const at::Tensor sum = tiled.predict(xt, kStep).x0.sum();
        source.request_stop();
        QVERIFY_EXCEPTION_THROWN(torch::autograd::grad({sum}, {xt}), Cancelled);
    }

    void refusesImpossibleTiles() {
        const PixelDenoiser inner;
        QVERIFY_EXCEPTION_THROWN(TiledDenoiser(inner, {.side = 100}), Bug);
        QVERIFY_EXCEPTION_THROWN(TiledDenoiser(inner, {.side = 32, .overlap = 32}), Bug);
    }
};

QTEST_GUILESS_MAIN(TiledDenoiserTest)
#include "tiled_denoiser_test.moc"
