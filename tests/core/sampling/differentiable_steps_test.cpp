// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "tests/core/sampling/gaussian_oracle.h"
#include "tests/support/tensor_error.h"

#include <ATen/core/grad_mode.h>
#include <QTest>
#include <torch/csrc/autograd/autograd.h>

using namespace palimpsest;

namespace {

constexpr int kSteps = 6;

/// Mean and logarithm of the variance of the prior.
at::Tensor kept() { return at::tensor({0.2, -1.1}, at::kDouble); }

/// The exact denoiser of independent Gaussian pixels, whose mean and variance are what a training would change. Where
/// gradients are off it has the values of kept(), so that finite differences too see the last steps alone.
class TunableDenoiser : public Denoiser {
public:
    explicit TunableDenoiser(at::Tensor parameters) : parameters_(std::move(parameters)) {}
    Prediction predict(const at::Tensor& xt, const Step& step) const override {
        const at::Tensor parameters = at::GradMode::is_enabled() ? parameters_ : kept();
        const double a = std::sqrt(step.alphaBar);
        const at::Tensor variance = parameters[1].exp();
        const at::Tensor gain = a * variance / (step.alphaBar * variance + 1 - step.alphaBar);
        return predictionFrom(Parametrisation::x0, parameters[0] + gain * (xt - a * parameters[0]), xt, step);
    }

private:
    at::Tensor parameters_; // [2]
};

/// x as it is.
class GivenStart : public Start {
public:
    explicit GivenStart(at::Tensor x) : x_(std::move(x)) {}
    at::Tensor draw(const Step&, const Shape&, NoiseSource&) const override { return x_; }

private:
    at::Tensor x_;
};

struct Run {
    std::string rule = "ddim";
    std::string guidance = "none";
    double sigmaY = 0;
    int differentiable = kSteps;
};

at::Tensor sampled(const Run& run, const at::Tensor& parameters, const Start& start, const StepObserver& observe = {}) {
    const GaussianOracle oracle(run.sigmaY);
    const auto rule = makeStepRule(run.rule, run.rule == "ddim" ? ParameterValues{{"eta", 0.5}} : ParameterValues{});
    const auto guidance = makeGuidance(run.guidance, {}, oracle.measured());
    const TunableDenoiser denoiser(parameters);
    const SamplingPlan plan{
        .steps = plannedSteps(makeSchedule("linear"), TimestepSpacing::trailing, kSteps, start, guidance->plan()),
        .denoiser = denoiser,
        .stepRule = *rule,
        .guidance = guidance.get(),
        .start = start,
        .shape = oracle.shape(),
        .clipX0 = false,
        .differentiableSteps = run.differentiable};
    NoiseSource noise(8, firstSamples(2), oracle.options());
    return sample(plan, noise, observe);
}

at::Tensor sampled(const Run& run, const at::Tensor& parameters) {
    return sampled(run, parameters, *makeStart("noise"));
}

/// A reward of the result.
at::Tensor reward(const at::Tensor& x) {
    const at::Tensor target = at::linspace(-1, 2, x.numel(), at::kDouble).sin().view(x.sizes());
    return (x - target).square().sum() + (x * target).sum();
}

/// By central differences.
template <typename Function>
at::Tensor numericGradient(const Function& f, const at::Tensor& at_) {
    constexpr double kWidth = 1e-5;
    at::Tensor gradient = at::zeros_like(at_);
    for (std::int64_t i = 0; i < at_.numel(); ++i) {
        at::Tensor shift = at::zeros_like(at_);
        shift.view(-1)[i] = kWidth;
        gradient.view(-1)[i] = (f(at_ + shift) - f(at_ - shift)).detach() / (2 * kWidth);
    }
    return gradient;
}

} // namespace

/// Gradients of what a run returns, back through its last steps.
class DifferentiableStepsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gradientAgreesWithFiniteDifferences_data() {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("guidance");
        QTest::addColumn<double>("sigmaY");
        const auto text = [](std::string_view id) {
            return QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
        };
        for (const StepRuleEntry& rule : stepRuleCatalogue()) {
            QTest::addRow("%s", rule.id.data()) << text(rule.id) << "none" << 0.0;
        }
        for (const GuidanceEntry& guidance : guidanceCatalogue()) {
            if (!guidancePlan(guidance.id).needsGraph) {
                QTest::addRow("%s, without noise", guidance.id.data()) << "ddpm" << text(guidance.id) << 0.0;
                QTest::addRow("%s, with noise", guidance.id.data()) << "ddpm" << text(guidance.id) << 0.3;
            }
        }
    }

    void gradientAgreesWithFiniteDifferences() {
        QFETCH(const QString, rule);
        QFETCH(const QString, guidance);
        QFETCH(const double, sigmaY);
        for (const int last : {1, 3}) {
            const Run run{.rule = rule.toStdString(),
                          .guidance = guidance.toStdString(),
                          .sigmaY = sigmaY,
                          .differentiable = last};
            const at::Tensor parameters = kept().requires_grad_();
            const at::Tensor found = torch::autograd::grad({reward(sampled(run, parameters))}, {parameters}).front();
            const at::Tensor expected =
                numericGradient([&](const at::Tensor& p) { return reward(sampled(run, p)); }, kept());
            QVERIFY(expected.abs().min().item<double>() > 1e-4);
            QVERIFY2(relativeError(found, expected) < 1e-7,
                     qPrintable(QString::number(relativeError(found, expected))));
        }
    }

    void moreStepsAreAnotherGradient() {
        const auto of = [](int last) {
            const at::Tensor parameters = kept().requires_grad_();
            return torch::autograd::grad({reward(sampled({.differentiable = last}, parameters))}, {parameters}).front();
        };
        QVERIFY(relativeError(of(3), of(1)) > 0.01);
        QVERIFY(of(100).equal(of(kSteps)));
    }

    /// As explanation and the search for a noise need it: with respect to where the run began.
    void reachesAStartThatRequiresGradients() {
        const at::Tensor x = at::linspace(-2, 2, 32, at::kDouble).view({2, 1, 4, 4});
        const at::Tensor leaf = x.clone().requires_grad_();
        const at::Tensor found = torch::autograd::grad({reward(sampled({}, kept(), GivenStart(leaf)))}, {leaf}).front();
        const auto at = [](const at::Tensor& start) { return reward(sampled({}, kept(), GivenStart(start))); };
        QVERIFY(relativeError(found, numericGradient(at, x)) < 1e-7);
        QVERIFY(!sampled({.differentiable = kSteps - 1}, kept(), GivenStart(leaf)).requires_grad());
    }

    void valuesAreThoseWithoutGradients() {
        const at::Tensor parameters = kept().requires_grad_();
        const at::Tensor plain = sampled({.rule = "ddpm", .differentiable = 0}, parameters);
        QVERIFY(!plain.requires_grad());
        const at::Tensor x = sampled({.rule = "ddpm", .differentiable = 3}, parameters);
        QVERIFY(x.requires_grad());
        QVERIFY(x.equal(plain));
    }

    void keptEstimateHasItsGraph() {
        for (const int last : {2, kSteps - 2}) {
            const at::Tensor parameters = kept().requires_grad_();
            const at::Tensor x =
                sampled({.differentiable = last}, parameters, *makeStart("noise"), [&](const StepReport& report) {
                    return report.step.index == 2 ? AfterStep::keepEstimate : AfterStep::goOn;
                });
            QCOMPARE(x.requires_grad(), last == kSteps - 2);
        }
    }

    void observersSeeNoGraph() {
        const at::Tensor parameters = kept().requires_grad_();
        bool any = false;
        sampled({.differentiable = 3}, parameters, *makeStart("noise"), [&](const StepReport& report) {
            any = any || report.x0.requires_grad() || report.residual.requires_grad() || at::GradMode::is_enabled();
            return AfterStep::goOn;
        });
        QVERIFY(!any);
        QVERIFY(at::GradMode::is_enabled());
        const at::NoGradGuard off;
        QVERIFY(sampled({.differentiable = 3}, parameters).requires_grad());
        QVERIFY(!at::GradMode::is_enabled());
    }

    /// A second derivative of the network would be needed.
    void refusesGuidancesThatDifferentiateTheNetwork() {
        for (const GuidanceEntry& entry : guidanceCatalogue()) {
            const Run run{.guidance = std::string(entry.id), .differentiable = 1};
            if (guidancePlan(entry.id).needsGraph) {
                QVERIFY_EXCEPTION_THROWN(sampled(run, kept()), Bug);
            }
        }
    }
};

QTEST_GUILESS_MAIN(DifferentiableStepsTest)
#include "differentiable_steps_test.moc"
