// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sampling/gaussian_oracle.h"

#include <QTest>

using namespace palimpsest;

namespace {

at::Tensor generated(const std::string& rule, const Guidance* guidance, const StepObserver& observe = {}) {
    const GaussianOracle oracle;
    const GaussianDenoiser denoiser = oracle.denoiser();
    const auto stepRule = makeStepRule(rule);
    const auto start = makeStart("noise");
    const SamplingPlan plan{.steps = plannedSteps(makeSchedule("linear"), TimestepSpacing::trailing, 8, *start),
                            .denoiser = denoiser,
                            .stepRule = *stepRule,
                            .guidance = guidance,
                            .start = *start,
                            .shape = oracle.shape()};
    NoiseSource noise(12, firstSamples(3), oracle.options());
    return sample(plan, noise, observe);
}

} // namespace

/// A plan without a measurement. That the prior comes out is prior_oracle_test's.
class GenerationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void needsNoGuidance() {
        const auto none = makeGuidance("none", {}, {});
        for (const StepRuleEntry& rule : stepRuleCatalogue()) {
            const at::Tensor x = generated(std::string(rule.id), nullptr);
            QCOMPARE(x.sizes(), at::IntArrayRef({3, 1, 4, 4}));
            QVERIFY(x.isfinite().all().item<bool>());
            QVERIFY(generated(std::string(rule.id), none.get()).equal(x));
        }
    }

    /// `none` with a measurement is the same run until its end.
    void measurementThatIsIgnoredChangesNothingElsewhere() {
        const GaussianOracle oracle;
        const auto none = makeGuidance("none", {}, oracle.measured());
        const at::Tensor known = oracle.known.view({4, 4});
        QVERIFY(generated("ddpm", none.get()).equal(at::where(known, oracle.y(), generated("ddpm", nullptr))));
    }

    void reportsHaveNoResidual() {
        int seen = 0;
        at::Tensor estimate;
        const at::Tensor x = generated("ddim", nullptr, [&](const StepReport& report) {
            seen += report.residual.defined() ? 100 : 1;
            estimate = report.x0.clone();
            return report.step.index == 4 ? AfterStep::keepEstimate : AfterStep::goOn;
        });
        QCOMPARE(seen, 5);
        QVERIFY(x.equal(estimate));
    }

    void costsOneEvaluationForEachStep() {
        QCOMPARE(plannedEvaluations(8, *makeStepRule("ddim")), 8);
        QCOMPARE(plannedEvaluations(8, *makeStepRule("predictor-corrector")), 15);
    }
};

QTEST_GUILESS_MAIN(GenerationTest)
#include "generation_test.moc"
