// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/ncsnpp/fir_resampling.h"
#include "tests/support/tensor_error.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/core/grad_mode.h>
#include <QTest>
#include <torch/csrc/autograd/autograd.h>

#include <functional>

using namespace palimpsest;

namespace {

at::Tensor draw(at::IntArrayRef shape, std::uint64_t seed) {
    at::Generator generator = at::detail::createCPUGenerator(seed);
    return at::randn(shape, generator, at::TensorOptions(at::kDouble));
}

/// The definition, one step after the other: zeros between the pixels, zeros around, correlation with the filter
/// whose sum is `gain`, every so many pixels of the result.
struct Steps {
    int up = 1;
    int before = 0, after = 0;
    double gain = 1;
    int down = 1;

    at::Tensor operator()(const at::Tensor& x) const {
        at::Tensor wide = at::zeros({x.size(0), x.size(1), x.size(2) * up, x.size(3) * up}, x.options());
        wide.slice(2, 0, {}, up).slice(3, 0, {}, up).copy_(x);
        const at::Tensor padded = at::constant_pad_nd(wide, {before, after, before, after});
        const double taps[] = {0.125, 0.375, 0.375, 0.125};
        const std::int64_t height = padded.size(2) - 3;
        const std::int64_t width = padded.size(3) - 3;
        at::Tensor sum = at::zeros({x.size(0), x.size(1), height, width}, x.options());
        for (int i = 0; i < 4; ++i) {
            for (int k = 0; k < 4; ++k) {
                sum += gain * taps[i] * taps[k] * padded.slice(2, i, i + height).slice(3, k, k + width);
            }
        }
        return sum.slice(2, 0, {}, down).slice(3, 0, {}, down);
    }
};

const Steps kUp{.up = 2, .before = 2, .after = 1, .gain = 4};
const Steps kDown{.before = 1, .after = 1, .down = 2};

using Map = std::function<at::Tensor(const at::Tensor&)>;

at::Tensor gradientOf(const Map& map, const at::Tensor& x, const at::Tensor& cotangent) {
    const at::AutoGradMode gradients(true);
    const at::Tensor leaf = x.detach().clone().set_requires_grad(true);
    return torch::autograd::grad({map(leaf)}, {leaf}, {cotangent})[0];
}

double dotProduct(const at::Tensor& a, const at::Tensor& b) { return (a * b).sum().item<double>(); }

struct Weights {
    at::Tensor weight = draw({5, 4, 3, 3}, 5);
    at::Tensor bias = draw({5}, 6);
    Convolution in(at::ScalarType dtype) const { return {weight.to(dtype), bias.to(dtype)}; }
};

/// A convolution, then zeros, then the filter; and the other way round.
at::Tensor upThenConvolved(const at::Tensor& x, const Weights& w) {
    const at::Tensor wide = at::zeros({x.size(0), x.size(1), 2 * x.size(2) - 1, 2 * x.size(3) - 1}, x.options());
    wide.slice(2, 0, {}, 2).slice(3, 0, {}, 2).copy_(x);
    const at::Tensor y = at::conv2d(wide, w.weight, {}, 1, 2);
    return Steps{.before = 1, .after = 1, .gain = 4}(y) + w.bias.view({1, -1, 1, 1});
}

at::Tensor convolvedThenDown(const at::Tensor& x, const Weights& w) {
    return at::conv2d(Steps{.before = 2, .after = 2}(x), w.weight, w.bias, 2);
}

} // namespace

class FirResamplingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheDefinition_data();
    void agreesWithTheDefinition();
    void gradientIsTheTranspose_data() { agreesWithTheDefinition_data(); }
    void gradientIsTheTranspose();
    void resamplingsKnowTheirTransposes();
    void bfloat16StaysNear();
    void coloursAreKeptInside();
    void convolvedForms_data();
    void convolvedForms();
    void batchesOfNothing();
};

void FirResamplingTest::agreesWithTheDefinition_data() {
    QTest::addColumn<QList<qint64>>("shape");
    QTest::newRow("one channel") << QList<qint64>{2, 1, 6, 10};
    QTest::newRow("three channels, odd sides") << QList<qint64>{1, 3, 7, 5};
    QTest::newRow("many channels") << QList<qint64>{3, 33, 8, 4};
    QTest::newRow("two pixels") << QList<qint64>{1, 2, 2, 2};
    QTest::newRow("one column") << QList<qint64>{2, 2, 9, 3};
}

void FirResamplingTest::agreesWithTheDefinition() {
    QFETCH(QList<qint64>, shape);
    const at::Tensor x = draw({shape[0], shape[1], shape[2], shape[3]}, 1);
    const at::Tensor down = kDown(x).slice(2, 0, shape[2] / 2).slice(3, 0, shape[3] / 2);
    for (const at::ScalarType dtype : {at::kFloat, at::kDouble}) {
        const double bound = dtype == at::kFloat ? 5e-7 : 1e-14;
        QVERIFY(relativeError(firUp(x.to(dtype)), kUp(x)) <= bound);
        QVERIFY(relativeError(firDown(x.to(dtype)), down) <= bound);
    }
    const at::Tensor y = firUp(x.to(at::kFloat));
    QVERIFY(y.is_contiguous(at::MemoryFormat::ChannelsLast));
    QVERIFY(at::equal(firUp(x.to(at::kFloat, false, false, at::MemoryFormat::ChannelsLast)), y));
}

void FirResamplingTest::gradientIsTheTranspose() {
    QFETCH(QList<qint64>, shape);
    const at::Tensor x = draw({shape[0], shape[1], shape[2], shape[3]}, 2);
    for (const Map& map : {Map(firUp), Map(firDown)}) {
        const at::Tensor cotangent = draw(map(x).sizes(), 3);
        const at::Tensor exact = gradientOf(map, x, cotangent);
        const double product = dotProduct(map(x), cotangent);
        QVERIFY(std::abs(dotProduct(x, exact) - product) <= 1e-12 * (x.norm() * exact.norm()).item<double>());
        const at::Tensor gradient = gradientOf(map, x.to(at::kFloat), cotangent.to(at::kFloat));
        QVERIFY(relativeError(gradient, exact) <= 5e-7);
    }
}

void FirResamplingTest::resamplingsKnowTheirTransposes() {
    const at::Tensor x = draw({2, 3, 6, 8}, 9);
    for (const Resampling* resampling : {&kFirHalving, &kFirDoubling}) {
        const at::Tensor cotangent = draw(resampling->apply(x).sizes(), 10);
        const at::Tensor exact = gradientOf(resampling->apply, x, cotangent);
        QVERIFY(relativeError(resampling->transposed(cotangent), exact) <= 1e-14);
        QVERIFY(relativeError(resampling->transposed(cotangent.to(at::kFloat)), exact) <= 5e-7);
    }
}

void FirResamplingTest::bfloat16StaysNear() {
    const at::Tensor x = draw({2, 16, 9, 12}, 4).to(at::kBFloat16);
    for (const Map& map : {Map(firUp), Map(firDown)}) {
        const at::Tensor exact = map(x.to(at::kDouble));
        QCOMPARE(map(x).scalar_type(), at::kBFloat16);
        QVERIFY(relativeError(map(x), exact) <= 4e-3);
        const at::Tensor cotangent = at::ones_like(exact);
        QVERIFY(relativeError(gradientOf(map, x, cotangent.to(at::kBFloat16)),
                              gradientOf(map, x.to(at::kDouble), cotangent)) <= 4e-3);
    }
}

void FirResamplingTest::coloursAreKeptInside() {
    const at::Tensor x = at::full({1, 3, 8, 8}, 2.0F);
    const at::Tensor inside = firUp(x).slice(2, 1, 15).slice(3, 1, 15);
    QVERIFY(at::equal(inside, at::full_like(inside, 2.0F)));
    QCOMPARE(firUp(x)[0][0][0][0].item<double>(), 2 * 0.75 * 0.75);
    QCOMPARE(firDown(x)[0][0][0][0].item<double>(), 2 * 0.875 * 0.875);
    QCOMPARE(firDown(x)[0][0][1][2].item<double>(), 2.0);
}

void FirResamplingTest::convolvedForms_data() {
    QTest::addColumn<bool>("isUp");
    QTest::newRow("up") << true;
    QTest::newRow("down") << false;
}

void FirResamplingTest::convolvedForms() {
    QFETCH(bool, isUp);
    const Weights weights;
    const auto packed = std::make_shared<PackedWeights>();
    const Map map = [&](const at::Tensor& x) {
        const Convolution convolution = weights.in(x.scalar_type());
        return isUp ? firUpConvolved(convolution, x) : firDownConvolved(convolution, x, packed);
    };
    const at::Tensor x = draw({2, 4, 6, 8}, 7);
    const at::Tensor expected = isUp ? upThenConvolved(x, weights) : convolvedThenDown(x, weights);
    QCOMPARE(expected.size(2), isUp ? 12 : 3);
    QVERIFY(relativeError(map(x), expected) <= 1e-13);
    QVERIFY(relativeError(map(x.to(at::kFloat)), expected) <= 2e-6);
    const at::Tensor cotangent = draw(expected.sizes(), 8);
    const at::Tensor gradient = gradientOf(map, x, cotangent);
    const double product = dotProduct(map(x) - map(at::zeros_like(x)), cotangent);
    QVERIFY(std::abs(dotProduct(x, gradient) - product) <= 1e-12 * (x.norm() * gradient.norm()).item<double>());
    QVERIFY(relativeError(gradientOf(map, x.to(at::kFloat), cotangent.to(at::kFloat)), gradient) <= 2e-6);
}

void FirResamplingTest::batchesOfNothing() {
    QCOMPARE(firUp(at::zeros({0, 3, 4, 4})).sizes(), at::IntArrayRef({0, 3, 8, 8}));
    QCOMPARE(firDown(at::zeros({0, 3, 4, 4})).sizes(), at::IntArrayRef({0, 3, 2, 2}));
}

QTEST_GUILESS_MAIN(FirResamplingTest)
#include "fir_resampling_test.moc"
