// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sampling/gaussian_oracle.h"
#include "tests/support/tensor_error.h"

#include <QTest>

using namespace palimpsest;

namespace {

at::Tensor run(const std::string& guidanceId, const Start& start, int steps) {
    const GaussianOracle oracle;
    const auto rule = makeStepRule("ddpm");
    const auto guidance = makeGuidance(guidanceId, {}, oracle.measured());
    const GaussianDenoiser denoiser = oracle.denoiser();
    const SamplingPlan plan{.steps = spacedSteps(makeSchedule("linear"), TimestepSpacing::trailing, steps, start.t0()),
                            .denoiser = denoiser,
                            .stepRule = *rule,
                            .guidance = guidance.get(),
                            .start = start,
                            .shape = oracle.shape(),
                            .clipX0 = false};
    NoiseSource noise(5, firstSamples(4), oracle.options());
    return sample(plan, noise);
}

/// What is left, after a run, of a difference between two first estimates: the same noise carries both.
double contraction(const std::string& guidance, double t0) {
    const GaussianOracle oracle;
    const at::Tensor estimate = oracle.posterior().mean.view({1, 1, 4, 4});
    const at::Tensor hole = oracle.known.view({1, 1, 4, 4}).logical_not();
    const at::Tensor shift = 0.5 * hole.to(at::kDouble);
    const at::Tensor one = run(guidance, *makeStart("estimate", {{"t0", t0}}, estimate), 100);
    const at::Tensor two = run(guidance, *makeStart("estimate", {{"t0", t0}}, estimate + shift), 100);
    return ((two - one)[0].norm() / shift.norm()).item<double>();
}

} // namespace

/// The contraction of CCDF (Chung, Sim, Ye 2022, theorem 1), which the Gaussian prior lets us watch.
class CcdfOracleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contractsMoreTheFartherItGoesBack_data() {
        QTest::addColumn<QString>("guidance");
        for (const char* guidance : {"projection", "ddnm"}) {
            QTest::newRow(guidance) << guidance;
        }
    }

    void contractsMoreTheFartherItGoesBack() {
        QFETCH(const QString, guidance);
        double previous = 1;
        for (const double t0 : {0.05, 0.1, 0.2, 0.4, 0.8}) {
            const double left = contraction(guidance.toStdString(), t0);
            qInfo("t0 %.2f leaves %.4f", t0, left);
            QVERIFY(left < previous);
            previous = left;
        }
        QVERIFY(previous < 0.01);
    }

    void startAtTheEndOfTheScheduleIsAStartFromNoise_data() { contractsMoreTheFartherItGoesBack_data(); }

    void startAtTheEndOfTheScheduleIsAStartFromNoise() {
        QFETCH(const QString, guidance);
        const at::Tensor estimate = at::full({1, 1, 4, 4}, 0.9, at::kDouble);
        const at::Tensor fromNoise = run(guidance.toStdString(), *makeStart("noise"), 50);
        const at::Tensor fromEstimate =
            run(guidance.toStdString(), *makeStart("estimate", {{"t0", 1.0}}, estimate), 50);
        QVERIFY(relativeError(fromEstimate, fromNoise) < 0.005);
        const at::Tensor halfWay = run(guidance.toStdString(), *makeStart("estimate", {{"t0", 0.3}}, estimate), 50);
        QVERIFY(relativeError(halfWay, fromNoise) > 0.05);
    }
};

QTEST_GUILESS_MAIN(CcdfOracleTest)
#include "ccdf_oracle_test.moc"
