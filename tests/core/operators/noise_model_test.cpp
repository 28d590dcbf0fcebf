// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/operators/noise_model.h"
#include "tests/support/tensor_error.h"

#include <ATen/ATen.h>
#include <QTest>

#include <cmath>
#include <limits>

using namespace palimpsest;

class NoiseModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noneIsNone() {
        NoiseSource noise(3, {0}, at::kFloat);
        const at::Tensor clean = at::linspace(-1, 1, 48).view({1, 3, 4, 4});
        QVERIFY(NoiseModel{}.isNoiseless());
        QVERIFY(NoiseModel{}.applyTo(clean, noise).equal(clean));
        QVERIFY((!NoiseModel{.peak = 10}.isNoiseless()));
    }

    /// Mean and variance of what is drawn are those that are promised, from nearly black to white.
    void photonsHaveTheirVariance() {
        NoiseSource noise(7, {0}, at::kDouble);
        const NoiseModel model{.sigmaY = 0.05, .peak = 30};
        for (const double level : {-0.9, 0.0, 1.0}) {
            const at::Tensor clean = at::full({1, 1, 300, 300}, level, at::kDouble);
            const at::Tensor noisy = model.applyTo(clean, noise);
            const double variance = model.variance(clean).mean().item<double>();
            QVERIFY(std::abs(variance - (0.0025 + 2 * (level + 1) / 30)) < 1e-12);
            QVERIFY(std::abs(noisy.var().item<double>() / variance - 1) < 0.03);
            QVERIFY(std::abs(noisy.mean().item<double>() - level) < 5 * std::sqrt(variance) / 300);
        }
    }

    void varianceIsADivisorEverywhere() {
        const at::Tensor clean = at::tensor({-3.0, -1.0, 0.5}).view({1, 3, 1, 1});
        QVERIFY((NoiseModel{.peak = 100}.variance(clean) > 0).all().item<bool>());
        QVERIFY(NoiseModel{0.3}.variance(clean).sub(0.09).abs().max().item<double>() < 1e-7);
    }

    /// A sample keeps its noise whatever its neighbours are.
    void samplesAreIndependent() {
        const at::Tensor clean = at::linspace(-1, 1, 96).view({2, 3, 4, 4});
        NoiseSource both(3, {0, 1}, at::kFloat);
        NoiseSource second(3, {1}, at::kFloat);
        const NoiseModel model{.sigmaY = 0.1, .peak = 20};
        QVERIFY(model.applyTo(clean, both).narrow(0, 1, 1).equal(model.applyTo(clean.narrow(0, 1, 1), second)));
    }

    void refusesAbsurdLevels() {
        requireSensible({});
        requireSensible({0.4, 50});
        for (const NoiseModel& wrong :
             {NoiseModel{-0.1}, NoiseModel{2.5}, NoiseModel{std::numeric_limits<double>::quiet_NaN()},
              NoiseModel{0, 0.5}, NoiseModel{0, -3}}) {
            QVERIFY_EXCEPTION_THROWN(requireSensible(wrong), Error);
        }
    }
};

QTEST_GUILESS_MAIN(NoiseModelTest)
#include "noise_model_test.moc"
