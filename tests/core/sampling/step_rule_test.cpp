// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/sampling/catalogue.h"
#include "tests/core/sampling/gaussian_oracle.h"
#include "tests/support/tensor_error.h"

#include <QTest>

using namespace palimpsest;

namespace {

const Step kStep{.index = 1, .count = 4, .alphaBar = 0.3, .alphaBarNext = 0.55, .modelTime = 500};
const Step kLast{.index = 3, .count = 4, .alphaBar = 0.98, .alphaBarNext = 1, .modelTime = 10};

/// One step of a rule on a fixed x_t and estimate, and the noise it drew.
struct OneStep {
    explicit OneStep(const Step& step, std::optional<at::Tensor> logVariance = {}) : step_(step) {
        const GaussianOracle oracle;
        xt = at::linspace(-2, 2, 32, at::kDouble).view({2, 1, 4, 4});
        estimate = predictionFrom(Parametrisation::x0, (3 * xt).sin(), xt, step);
        estimate.logVariance = std::move(logVariance);
        NoiseSource twin(1, {0, 1}, at::kDouble);
        z = twin.draw("steps", oracle.shape());
    }

    template <typename Act>
    auto with(NoiseSource& noise, const Act& act) const {
        const GaussianOracle oracle;
        const GaussianDenoiser denoiser = oracle.denoiser();
        const Shape domain = oracle.shape();
        return act(StepContext{step_, xt, estimate, denoiser, domain, noise});
    }

    at::Tensor advance(const std::string& rule, const ParameterValues& values = {}) const {
        NoiseSource noise(1, {0, 1}, at::kDouble);
        return with(noise,
                    [&](const StepContext& context) { return makeStepRule(rule, values)->advance(context, estimate); });
    }

    bool drawsNoise(const std::string& rule) const {
        NoiseSource noise(1, {0, 1}, at::kDouble);
        with(noise, [&](const StepContext& context) { return makeStepRule(rule)->advance(context, estimate); });
        return !noise.draw("steps", {1, 4, 4}).equal(z);
    }

    Transition transition(const std::string& rule, const ParameterValues& values = {}) const {
        NoiseSource noise(1, {0, 1}, at::kDouble);
        return with(noise, [&](const StepContext& context) {
            return makeStepRule(rule, values)->transition(context, estimate);
        });
    }

    at::Tensor xt;
    at::Tensor z;
    Prediction estimate;

private:
    Step step_;
};

} // namespace

class StepRuleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Ho et al. 2020, eq. 7, in its printed form of x0 and x_t.
    void ddpmHasTheMeanOfThePaper() {
        const OneStep one(kStep);
        const double beta = 1 - 0.3 / 0.55;
        const at::Tensor mean =
            std::sqrt(0.55) * beta / 0.7 * one.estimate.x0 + std::sqrt(1 - beta) * 0.45 / 0.7 * one.xt;
        QVERIFY(relativeError(one.advance("ddpm"), mean + std::sqrt(beta * 0.45 / 0.7) * one.z) < 1e-13);
        QVERIFY(relativeError(one.advance("ddpm", {{"variance", std::string("beta")}}),
                              mean + std::sqrt(beta) * one.z) < 1e-13);
    }

    void ddpmTakesTheLearnedVarianceIfThereIsOne() {
        const OneStep plain(kStep);
        const OneStep learned(kStep, at::full({2, 1, 4, 4}, std::log(0.09), at::kDouble));
        const at::Tensor mean = plain.advance("ddpm") - std::sqrt(kStep.posteriorVariance()) * plain.z;
        QVERIFY(relativeError(learned.advance("ddpm"), mean + 0.3 * learned.z) < 1e-13);
        QVERIFY(learned.advance("ddpm", {{"variance", std::string("posterior")}}).equal(plain.advance("ddpm")));
    }

    /// Song et al. 2021, eq. 12, and that eta = 1 is ancestral sampling.
    void ddimMixesPredictedAndFreshNoise() {
        const OneStep one(kStep);
        QVERIFY(relativeError(one.advance("ddim"),
                              std::sqrt(0.55) * one.estimate.x0 + std::sqrt(0.45) * one.estimate.eps) < 1e-13);
        const double s = 0.5 * std::sqrt(kStep.posteriorVariance());
        const at::Tensor half =
            std::sqrt(0.55) * one.estimate.x0 + std::sqrt(0.45 - s * s) * one.estimate.eps + s * one.z;
        QVERIFY(relativeError(one.advance("ddim", {{"eta", 0.5}}), half) < 1e-13);
        QVERIFY(relativeError(one.advance("ddim", {{"eta", 1.0}}), one.advance("ddpm")) < 1e-13);
    }

    /// Zhu et al. 2023, eq. 15; share 0 is deterministic DDIM.
    void renoiseMixesByItsShare() {
        const OneStep one(kStep);
        const at::Tensor noise = std::sqrt(0.7) * one.estimate.eps + std::sqrt(0.3) * one.z;
        QVERIFY(relativeError(one.advance("renoise", {{"share", 0.3}}),
                              std::sqrt(0.55) * one.estimate.x0 + std::sqrt(0.45) * noise) < 1e-13);
        QVERIFY(relativeError(one.advance("renoise", {{"share", 0.0}}), one.advance("ddim")) < 1e-13);
    }

    void dpmWithoutAPastIsDdim() {
        const OneStep one(kStep);
        QVERIFY(relativeError(one.advance("dpmpp-2m"), one.advance("ddim")) < 1e-13);
    }

    void lastStepIsTheEstimateItself() {
        const OneStep one(kLast, at::zeros({2, 1, 4, 4}, at::kDouble));
        for (const StepRuleEntry& entry : stepRuleCatalogue()) {
            QVERIFY(one.advance(std::string(entry.id)).equal(one.estimate.x0));
        }
    }

    void transitionIsWhatAdvanceDraws_data() {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<double>("value");
        QTest::newRow("ddim") << "ddim" << "eta" << 0.0;
        QTest::newRow("ddim, eta 0.5") << "ddim" << "eta" << 0.5;
        QTest::newRow("ddim, eta 1") << "ddim" << "eta" << 1.0;
        QTest::newRow("ddpm") << "ddpm" << "" << 0.0;
        QTest::newRow("dpmpp-2m") << "dpmpp-2m" << "" << 0.0;
        QTest::newRow("renoise, share 0") << "renoise" << "share" << 0.0;
        QTest::newRow("renoise, share 0.3") << "renoise" << "share" << 0.3;
        QTest::newRow("renoise, share 1") << "renoise" << "share" << 1.0;
    }

    void transitionIsWhatAdvanceDraws() {
        QFETCH(const QString, rule);
        QFETCH(const QString, parameter);
        QFETCH(const double, value);
        const ParameterValues values =
            parameter.isEmpty() ? ParameterValues{} : ParameterValues{{parameter.toStdString(), value}};
        const OneStep one(kStep);
        const Transition next = one.transition(rule.toStdString(), values);
        QVERIFY(relativeError(next.drawn(one.z), one.advance(rule.toStdString(), values)) < 1e-13);
        QCOMPARE(next.isDeterministic(), next.drawn(one.z).equal(next.drawn(-one.z)));
        QCOMPARE(next.isDeterministic(), rule == "dpmpp-2m" || (!parameter.isEmpty() && value == 0));
    }

    void transitionTellsTheVariance() {
        const OneStep one(kStep, at::full({2, 1, 4, 4}, std::log(0.09), at::kDouble));
        const auto variance = [&](const char* name) {
            return std::pow(std::get<double>(one.transition("ddpm", {{"variance", std::string(name)}}).deviation), 2);
        };
        const double beta = 1 - 0.3 / 0.55;
        QVERIFY(std::abs(variance("beta") - beta) < 1e-15);
        QVERIFY(std::abs(variance("posterior") - beta * 0.45 / 0.7) < 1e-15);
        const Transition learned = one.transition("ddpm");
        QVERIFY(relativeError(std::get<at::Tensor>(learned.deviation), at::full({2, 1, 4, 4}, 0.3, at::kDouble)) <
                1e-14);
        QVERIFY(relativeError(learned.drawn(one.z), one.advance("ddpm")) < 1e-14);
        QVERIFY(one.transition("predictor-corrector").mean.equal(learned.mean));
    }

    void lastTransitionIsTheEstimateWithoutDeviation() {
        const OneStep one(kLast, at::zeros({2, 1, 4, 4}, at::kDouble));
        for (const StepRuleEntry& entry : stepRuleCatalogue()) {
            const Transition last = one.transition(std::string(entry.id));
            QVERIFY(last.isDeterministic());
            QVERIFY(last.mean.equal(one.estimate.x0));
        }
    }

    /// What another step draws next must not depend on a rule that is deterministic.
    void deterministicRulesDrawNoNoise() {
        for (const StepRuleEntry& entry : stepRuleCatalogue()) {
            if (entry.id != "predictor-corrector") { // is the same but for what its corrections draw
                const bool draws = entry.id == "ddpm" || entry.id == "renoise";
                QCOMPARE(OneStep(kStep).drawsNoise(std::string(entry.id)), draws);
                QVERIFY(!OneStep(kLast).drawsNoise(std::string(entry.id)));
            }
        }
    }

    void parametersAreChecked() {
        QVERIFY_EXCEPTION_THROWN(makeStepRule("ddim", {{"eta", 1.5}}), Error);
        QVERIFY_EXCEPTION_THROWN(makeStepRule("ddpm", {{"variance", std::string("huge")}}), Error);
        QVERIFY_EXCEPTION_THROWN(makeStepRule("euler"), Error);
    }
};

QTEST_GUILESS_MAIN(StepRuleTest)
#include "step_rule_test.moc"
