// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/denoisers/gaussian_mixture_denoiser.h"
#include "tests/core/sampling/gaussian_oracle.h"

#include <ATen/Parallel.h>
#include <QTest>

using namespace palimpsest;

namespace {

constexpr std::size_t kSamples = 3000;

at::Tensor samplesOf(const Denoiser& denoiser, const std::string& rule, const ParameterValues& values,
                     const std::string& schedule, int steps) {
    const GaussianOracle oracle;
    const auto stepRule = makeStepRule(rule, values);
    const auto start = makeStart("noise");
    const SamplingPlan plan{.steps = spacedSteps(makeSchedule(schedule), TimestepSpacing::trailing, steps),
                            .denoiser = denoiser,
                            .stepRule = *stepRule,
                            .start = *start,
                            .shape = oracle.shape(),
                            .clipX0 = false};
    NoiseSource noise(21, firstSamples(kSamples), oracle.options());
    return sample(plan, noise);
}

} // namespace

/// Without a measurement every step rule must reproduce the prior, mean and covariance, on every schedule.
class PriorOracleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); } // the matrices are too small to be shared out

    void gaussianPriorIsReproduced_data() {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<double>("eta");
        QTest::addColumn<QString>("schedule");
        QTest::newRow("ddpm, cosine") << "ddpm" << -1.0 << "cosine";
        QTest::newRow("ddpm, linear") << "ddpm" << -1.0 << "linear";
        QTest::newRow("ddim 0, cosine") << "ddim" << 0.0 << "cosine";
        QTest::newRow("ddim 0, linear") << "ddim" << 0.0 << "linear";
        QTest::newRow("ddim 0.5, scaled-linear") << "ddim" << 0.5 << "scaled-linear";
        QTest::newRow("ddim 1, linear") << "ddim" << 1.0 << "linear";
        QTest::newRow("dpmpp-2m, linear") << "dpmpp-2m" << -1.0 << "linear";
        QTest::newRow("dpmpp-2m, cosine") << "dpmpp-2m" << -1.0 << "cosine";
        QTest::newRow("ddpm, ve") << "ddpm" << -1.0 << "ve";
        QTest::newRow("ddim 0, ve") << "ddim" << 0.0 << "ve";
        QTest::newRow("predictor-corrector, linear") << "predictor-corrector" << -1.0 << "linear";
        QTest::newRow("predictor-corrector, ve") << "predictor-corrector" << -1.0 << "ve";
    }

    /// 3000 samples leave standard errors of 0.018 in the mean and about 0.035 in the covariance; 150 steps a bias in
    /// the covariance of at most 0.06.
    void gaussianPriorIsReproduced() {
        QFETCH(const QString, rule);
        QFETCH(const double, eta);
        QFETCH(const QString, schedule);
        const GaussianOracle oracle;
        // Langevin steps are exact for short ones alone; with so few pixels their adaptive length is biased too.
        const ParameterValues values = rule == "predictor-corrector" ? ParameterValues{{"snr", 0.05}}
                                       : eta < 0                     ? ParameterValues{}
                                                                     : ParameterValues{{"eta", eta}};
        const auto found = discrepancy(
            momentsOf(samplesOf(oracle.denoiser(), rule.toStdString(), values, schedule.toStdString(), 150)),
            oracle.prior);
        qInfo("mean %.4f, covariance %.4f", found.mean, found.covariance);
        QVERIFY(found.mean < 0.035);
        QVERIFY(found.covariance < 0.09);
    }

    /// With a sixth of the steps the corrector brings the covariance nearer to the prior's.
    void correctionsMakeUpForFewSteps() {
        const GaussianOracle oracle;
        const auto of = [&](const char* rule, const ParameterValues& values) {
            return discrepancy(momentsOf(samplesOf(oracle.denoiser(), rule, values, "ve", 25)), oracle.prior)
                .covariance;
        };
        const double plain = of("ddpm", {});
        const double corrected = of("predictor-corrector", {{"corrections", std::int64_t{4}}});
        qInfo("covariance off by %.4f, with corrections %.4f", plain, corrected);
        QVERIFY(corrected < 0.6 * plain);
    }

    void mixtureIsReproduced_data() {
        QTest::addColumn<QString>("rule");
        QTest::newRow("ddpm") << "ddpm";
        QTest::newRow("ddim") << "ddim";
    }

    /// Two far modes: both are met as often as they weigh, and each has its own moments.
    void mixtureIsReproduced() {
        QFETCH(const QString, rule);
        const GaussianOracle oracle;
        const Moments first{oracle.prior.mean + 1.2, 0.2 * oracle.prior.covariance};
        const Moments second{oracle.prior.mean - 1.2, 0.1 * oracle.prior.covariance};
        const auto component = [&](const Moments& moments) {
            return GaussianDenoiser(moments.mean.view(oracle.shape()), moments.covariance);
        };
        const GaussianMixtureDenoiser mixture({0.3, 0.7}, {component(first), component(second)});
        const at::Tensor samples = samplesOf(mixture, rule.toStdString(), {}, "linear", 150).flatten(1);
        const at::Tensor inFirst = samples.mean(1) > oracle.prior.mean.mean();
        const double share = inFirst.to(at::kDouble).mean().item<double>();
        QVERIFY2(std::abs(share - 0.3) < 0.026, qPrintable(QString::number(share))); // three standard errors
        const auto one = discrepancy(momentsOf(samples.index({inFirst})), first);
        const auto two = discrepancy(momentsOf(samples.index({inFirst.logical_not()})), second);
        qInfo("share %.3f, first %.3f %.3f, second %.3f %.3f", share, one.mean, one.covariance, two.mean,
              two.covariance);
        QVERIFY(one.mean < 0.06 && two.mean < 0.06);
        QVERIFY(one.covariance < 0.16 && two.covariance < 0.16);
    }
};

QTEST_GUILESS_MAIN(PriorOracleTest)
#include "prior_oracle_test.moc"
