// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/layers/sinusoidal_embedding.h"

#include <ATen/ATen.h>
#include <QTest>

#include <cmath>

using namespace palimpsest;

namespace {

const at::TensorOptions kFloat(at::kFloat);
constexpr std::int64_t kWidth = 8;

double wave(double time, int k) { return time * std::pow(10000.0, -k / 4.0); }

} // namespace

class SinusoidalEmbeddingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cosinesComeFirst();
    void frequenciesDivideByHalfTheWidth();
    void timeIsTakenAsItIs();
    void dtypeIsTheOneAskedFor();
    void fourierWavesAreSinesThenCosinesOfTheLogarithm();
};

void SinusoidalEmbeddingTest::cosinesComeFirst() {
    const at::Tensor waves = sinusoidalEmbedding(at::zeros({1}), kWidth, kFloat);
    QVERIFY(at::equal(waves, at::tensor({1.F, 1.F, 1.F, 1.F, 0.F, 0.F, 0.F, 0.F}).unsqueeze(0)));
}

void SinusoidalEmbeddingTest::frequenciesDivideByHalfTheWidth() {
    const at::Tensor waves = sinusoidalEmbedding(at::full({1}, 3.0), kWidth, kFloat);
    for (int k = 0; k < 4; ++k) {
        QVERIFY(std::abs(waves[0][k].item<double>() - std::cos(wave(3.0, k))) < 1e-6);
        QVERIFY(std::abs(waves[0][4 + k].item<double>() - std::sin(wave(3.0, k))) < 1e-6);
    }
}

void SinusoidalEmbeddingTest::timeIsTakenAsItIs() {
    const at::Tensor waves = sinusoidalEmbedding(at::tensor({999.0F, 17.25F}), kWidth, kFloat);
    QCOMPARE(waves.sizes(), at::IntArrayRef({2, kWidth}));
    QVERIFY(std::abs(waves[0][0].item<double>() - std::cos(999.0)) < 1e-6);
    QVERIFY(std::abs(waves[0][5].item<double>() - std::sin(99.9)) < 1e-6);
    QVERIFY(std::abs(waves[1][0].item<double>() - std::cos(17.25)) < 1e-6);
}

void SinusoidalEmbeddingTest::dtypeIsTheOneAskedFor() {
    const at::Tensor time = at::full({1}, 5, at::kLong);
    QCOMPARE(sinusoidalEmbedding(time, kWidth, kFloat).scalar_type(), at::kFloat);
    QCOMPARE(sinusoidalEmbedding(time, kWidth, kFloat.dtype(at::kDouble)).scalar_type(), at::kDouble);
}

void SinusoidalEmbeddingTest::fourierWavesAreSinesThenCosinesOfTheLogarithm() {
    const at::Tensor multiples = at::tensor({0.25, -16.0}, at::kDouble);
    const at::Tensor sigma = at::tensor({1.0F, 378.0F});
    const at::Tensor waves = gaussianFourierEmbedding(sigma, multiples);
    QVERIFY(at::equal(waves[0], at::tensor({0.0, 0.0, 1.0, 1.0}, at::kDouble)));
    const double angle = -16 * 2 * std::acos(-1.0) * std::log(378.0);
    QVERIFY(std::abs(waves[1][1].item<double>() - std::sin(angle)) < 1e-12);
    QVERIFY(std::abs(waves[1][3].item<double>() - std::cos(angle)) < 1e-12);
    QCOMPARE(gaussianFourierEmbedding(sigma, multiples.to(at::kFloat)).scalar_type(), at::kFloat);
}

QTEST_GUILESS_MAIN(SinusoidalEmbeddingTest)
#include "sinusoidal_embedding_test.moc"
