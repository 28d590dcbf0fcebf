// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/denoisers/prediction.h"
#include "tests/support/tensor_error.h"

#include <ATen/ATen.h>
#include <QTest>

using namespace palimpsest;

namespace {

const Step kStep{.index = 3, .count = 10, .alphaBar = 0.37, .alphaBarNext = 0.61, .modelTime = 400};

} // namespace

class PredictionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesGoBothWays() {
        for (const char* name : {"eps", "v", "x0", "score"}) {
            QCOMPARE(toText(parametrisation(name)), std::string(name));
        }
        QVERIFY_EXCEPTION_THROWN(parametrisation("noise"), Error);
    }

    void everyParametrisationFindsTheSamePair_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"eps", "v", "x0", "score"}) {
            QTest::newRow(name) << name;
        }
    }

    /// What a perfect network would return must lead back to x0 and eps.
    void everyParametrisationFindsTheSamePair() {
        QFETCH(const QString, name);
        const Parametrisation kind = parametrisation(name.toStdString());
        const at::Tensor x0 = at::linspace(-1, 1, 24, at::kDouble).view({2, 3, 2, 2});
        const at::Tensor eps = at::linspace(2, -1.5, 24, at::kDouble).sin().view({2, 3, 2, 2});
        const at::Tensor xt = std::sqrt(kStep.alphaBar) * x0 + std::sqrt(1 - kStep.alphaBar) * eps;
        const double a = std::sqrt(kStep.alphaBar);
        const at::Tensor output = kind == Parametrisation::eps  ? eps
                                  : kind == Parametrisation::v  ? a * eps - kStep.sigma() * x0
                                  : kind == Parametrisation::x0 ? x0
                                                                : -eps / kStep.sigma();
        const Prediction prediction = predictionFrom(kind, output, xt, kStep);
        QVERIFY(relativeError(prediction.x0, x0) < 1e-13);
        QVERIFY(relativeError(prediction.eps, eps) < 1e-13);
        QVERIFY(!prediction.logVariance);
    }

    void clippingKeepsThePairTogether() {
        const at::Tensor xt = at::linspace(-3, 3, 8, at::kDouble).view({1, 2, 2, 2});
        const Prediction raw = predictionFrom(Parametrisation::eps, at::zeros_like(xt), xt, kStep);
        const Prediction result = clipped(raw, xt, kStep);
        QVERIFY(result.x0.abs().max().item<double>() == 1);
        const at::Tensor again = std::sqrt(kStep.alphaBar) * result.x0 + kStep.sigma() * result.eps;
        QVERIFY(relativeError(again, xt) < 1e-13);
        const at::Tensor inside = raw.x0.abs() < 1;
        QVERIFY(inside.any().item<bool>() && result.x0.masked_select(inside).equal(raw.x0.masked_select(inside)));
    }

    /// Nichol, Dhariwal 2021, eq. 15: -1 is the posterior variance, +1 is beta.
    void learnedVarianceSpansItsRange() {
        const at::Tensor fraction = at::tensor({-1.0, 0.0, 1.0}, at::kDouble);
        const at::Tensor variance = learnedRangeLogVariance(fraction, kStep).exp();
        const double small = kStep.posteriorVariance();
        const double large = kStep.beta();
        QVERIFY(small < large);
        QVERIFY(relativeError(variance, at::tensor({small, std::sqrt(small * large), large}, at::kDouble)) < 1e-13);
    }

    void lastStepHasAFiniteLogVariance() {
        const Step last{.index = 9, .count = 10, .alphaBar = 0.9999, .alphaBarNext = 1};
        QVERIFY(learnedRangeLogVariance(at::tensor({-1.0}), last).isfinite().all().item<bool>());
    }

    void posteriorVarianceIsHosBetaTilde() {
        const double beta = 1 - 0.37 / 0.61;
        QVERIFY(std::abs(kStep.beta() - beta) < 1e-15);
        QVERIFY(std::abs(kStep.posteriorVariance() - beta * (1 - 0.61) / (1 - 0.37)) < 1e-15);
    }
};

QTEST_GUILESS_MAIN(PredictionTest)
#include "prediction_test.moc"
