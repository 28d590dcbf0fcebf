// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/adamw.h"
#include "core/training/learning_rate.h"
#include "core/training/weight_average.h"
#include "tests/support/tensor_error.h"

#include <ATen/ATen.h>
#include <QTest>

#include <cmath>
#include <limits>

using namespace palimpsest;

class OptimisationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rateRisesStaysAndFalls() {
        LearningRate rate{.peak = 0.5, .warmupSteps = 10};
        QCOMPARE(rate.at(0), 0.05);
        QCOMPARE(rate.at(4), 0.25);
        QCOMPARE(rate.at(9), 0.5);
        QCOMPARE(rate.at(1'000'000), 0.5);
        QVERIFY(!rate.isOver(1'000'000));
        rate.cooldownStart = 100;
        rate.cooldownSteps = 9;
        QCOMPARE(rate.at(99), 0.5);
        QCOMPARE(rate.at(104), 0.25); // half of a cosine over ten intervals
        for (int step = 100; step < 109; ++step) {
            QVERIFY(rate.at(step) < rate.at(step - 1) && rate.at(step) > 0);
        }
        QVERIFY(!rate.isOver(108));
        QVERIFY(rate.isOver(109));
    }

    void adamAgreesWithItsFormulas() {
        // The algorithm for one weight, written out in double.
        const AdamWOptions options{.beta1 = 0.8, .beta2 = 0.9, .epsilon = 1e-3, .weightDecay = 0.1, .clipNorm = 0};
        at::Tensor weights = at::tensor({1.5F, -2.0F});
        AdamW optimizer(weights, options);
        double w[2] = {1.5, -2.0};
        double m[2] = {};
        double v[2] = {};
        for (int step = 0; step < 5; ++step) {
            const double g[2] = {0.3 * (step + 1), -0.2 + 0.1 * step};
            optimizer.step(weights, at::tensor({static_cast<float>(g[0]), static_cast<float>(g[1])}), step, 0.05, 1);
            for (int i = 0; i < 2; ++i) {
                m[i] = 0.8 * m[i] + 0.2 * g[i];
                v[i] = 0.9 * v[i] + 0.1 * g[i] * g[i];
                const double mHat = m[i] / (1 - std::pow(0.8, step + 1));
                const double vHat = v[i] / (1 - std::pow(0.9, step + 1));
                w[i] -= 0.05 * (i == 0 ? 0.1 : 0.0) * w[i]; // the second weight does not decay
                w[i] -= 0.05 * mHat / (std::sqrt(vHat) + 1e-3);
            }
        }
        QVERIFY(relativeError(weights, at::tensor({w[0], w[1]}, at::kDouble)) < 1e-6);
    }

    void longGradientsAreShortened() {
        at::Tensor clipped = at::zeros({2});
        at::Tensor small = at::zeros({2});
        AdamW one(clipped, {.beta1 = 0, .beta2 = 0, .epsilon = 1, .weightDecay = 0, .clipNorm = 1});
        AdamW other(small, {.beta1 = 0, .beta2 = 0, .epsilon = 1, .weightDecay = 0, .clipNorm = 1});
        QCOMPARE(one.step(clipped, at::tensor({30.0F, 40.0F}), 0, 1, 2), 50.0);
        other.step(small, at::tensor({0.6F, 0.8F}), 0, 1, 2);
        QVERIFY(relativeError(clipped, small) < 1e-6);
    }

    void gradientsThatAreNoNumbersChangeNothing() {
        at::Tensor weights = at::ones({2});
        AdamW optimizer(weights, {});
        QVERIFY(!std::isfinite(
            optimizer.step(weights, at::tensor({1.0F, std::numeric_limits<float>::quiet_NaN()}), 0, 0.1, 2)));
        QVERIFY(weights.eq(1).all().item<bool>());
        QVERIFY(optimizer.firstMoment().eq(0).all().item<bool>());
    }

    void averageForgetsFasterAtFirst() {
        WeightAverage average(at::zeros({1}), 0.9);
        average.update(at::ones({1}), 0); // keeps 1/10
        QVERIFY(std::abs(average.flat().item<float>() - 0.9F) < 1e-6F);
        average.update(at::full({1}, 5.0F), 1'000'000); // keeps 0.9
        QVERIFY(std::abs(average.flat().item<float>() - (0.9F * 0.9F + 0.5F)) < 1e-6F);
    }
};

QTEST_GUILESS_MAIN(OptimisationTest)
#include "optimisation_test.moc"
