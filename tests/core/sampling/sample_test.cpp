// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "tests/core/sampling/gaussian_oracle.h"
#include "tests/support/tensor_error.h"

#include <ATen/Parallel.h>
#include <ATen/core/grad_mode.h>
#include <QTest>

using namespace palimpsest;

namespace {

/// Counts evaluations, and remembers whether the last one carried a graph.
class CountingDenoiser : public Denoiser {
public:
    explicit CountingDenoiser(const Denoiser& inner) : inner_(inner) {}
    Prediction predict(const at::Tensor& xt, const Step& step) const override {
        ++evaluations;
        Prediction prediction = inner_.predict(xt, step);
        graph = prediction.x0.requires_grad();
        return prediction;
    }

    mutable int evaluations = 0;
    mutable bool graph = false;

private:
    const Denoiser& inner_;
};

/// Looks at a pixel and its neighbours alone, so that no library sums up in an order of its own.
class NeighbourDenoiser : public Denoiser {
public:
    Prediction predict(const at::Tensor& xt, const Step& step) const override {
        const at::Tensor sum = 0.5 * xt + 0.3 * xt.roll(1, -1) + 0.2 * xt.roll(1, -2);
        return predictionFrom(Parametrisation::x0, sum.tanh(), xt, step);
    }
};

/// Declares a second evaluation and makes it: what a predictor-corrector does.
class TwiceEvaluatingRule : public StepRule {
public:
    Transition transition(const StepContext& context, const Prediction& estimate) const override {
        return makeStepRule("ddim")->transition(context, estimate);
    }
    at::Tensor advance(const StepContext& context, const Prediction& estimate) const override {
        return makeStepRule("ddim")->advance(context, estimate) +
               0 * context.denoiser.predict(context.xt, context.step).x0;
    }
    int extraEvaluations(const Step&) const override { return 1; }
};

struct Run {
    std::string rule = "ddim";
    std::string guidance = "none";
    std::vector<std::uint64_t> samples{0, 1, 2};
    int steps = 8;
    bool clip = false;
    at::ScalarType dtype = at::kDouble;
    ParameterValues guidanceValues = {};
};

struct Runner {
    explicit Runner(const Run& run, double sigmaY = 0)
        : oracle(sigmaY, run.dtype), exact(oracle.denoiser()), denoiser(exact), rule(makeStepRule(run.rule)),
          guidance(makeGuidance(run.guidance, run.guidanceValues, oracle.measured())), start(makeStart("noise")),
          plan{.steps = spacedSteps(makeSchedule("linear"), TimestepSpacing::trailing, run.steps),
               .denoiser = denoiser,
               .stepRule = *rule,
               .guidance = guidance.get(),
               .start = *start,
               .shape = oracle.shape(),
               .clipX0 = run.clip},
          noise(11, run.samples, oracle.options()) {}

    GaussianOracle oracle;
    GaussianDenoiser exact;
    CountingDenoiser denoiser;
    std::unique_ptr<StepRule> rule;
    std::unique_ptr<Guidance> guidance;
    std::unique_ptr<Start> start;
    SamplingPlan plan;
    NoiseSource noise;
};

/// Pictures large enough for LibTorch to share the work among its threads.
at::Tensor largePictures(const Run& run) {
    const Shape shape{3, 120, 130};
    const NeighbourDenoiser denoiser;
    const auto rule = makeStepRule(run.rule);
    const auto start = makeStart("noise");
    const at::Tensor mask = (at::arange(120 * 130) * 7).fmod(11).lt(6).view({120, 130});
    const std::shared_ptr<const LinearOperator> A = makeOperator("inpainting-mask", {}, {shape, at::kFloat, mask});
    const at::Tensor y = A->forward(at::linspace(-1, 1, 3 * 120 * 130).view({1, 3, 120, 130}));
    const auto guidance = makeGuidance(run.guidance, {}, {.A = A, .y = y});
    const SamplingPlan plan{.steps = spacedSteps(makeSchedule("linear"), TimestepSpacing::trailing, 4),
                            .denoiser = denoiser,
                            .stepRule = *rule,
                            .guidance = guidance.get(),
                            .start = *start,
                            .shape = shape};
    NoiseSource noise(11, run.samples, at::kFloat);
    return sample(plan, noise);
}

at::Tensor result(const Run& run) {
    Runner runner(run);
    return sample(runner.plan, runner.noise);
}

} // namespace

class SampleTest : public QObject {
    Q_OBJECT

private:
    /// One row for each pair of step rule and guidance.
    void addPairs() {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("guidance");
        for (const StepRuleEntry& rule : stepRuleCatalogue()) {
            for (const GuidanceEntry& guidance : guidanceCatalogue()) {
                const auto text = [](std::string_view id) {
                    return QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
                };
                QTest::newRow(qPrintable(text(rule.id) + ", " + text(guidance.id)))
                    << text(rule.id) << text(guidance.id);
            }
        }
    }

    static Run pair() {
        QFETCH(const QString, rule);
        QFETCH(const QString, guidance);
        return {.rule = rule.toStdString(), .guidance = guidance.toStdString()};
    }

private Q_SLOTS:
    void evaluatesOncePerStep_data() { addPairs(); }

    void evaluatesOncePerStep() {
        Runner runner(pair());
        const at::Tensor x = sample(runner.plan, runner.noise);
        const int expected = pair().rule == "predictor-corrector" ? 8 + 7 : 8;
        QCOMPARE(runner.denoiser.evaluations, expected);
        QCOMPARE(plannedEvaluations(runner.plan), expected);
        QCOMPARE(runner.denoiser.graph, runner.guidance->plan().needsGraph);
        QVERIFY(!x.requires_grad());
        QVERIFY(x.isfinite().all().item<bool>());
    }

    void declaredExtraEvaluationsAreCounted() {
        Runner runner({});
        const TwiceEvaluatingRule rule;
        const SamplingPlan& plan = runner.plan;
        const SamplingPlan twice{.steps = plan.steps,
                                 .denoiser = plan.denoiser,
                                 .stepRule = rule,
                                 .guidance = plan.guidance,
                                 .start = plan.start,
                                 .shape = plan.shape,
                                 .clipX0 = false};
        sample(twice, runner.noise);
        QCOMPARE(runner.denoiser.evaluations, 16);
        QCOMPARE(plannedEvaluations(twice), 16);
    }

    /// Going back in time costs evaluations, and both the count before the run and its progress know it.
    void travelInTimeIsCounted() {
        Runner runner({.guidance = "repaint", .steps = 9});
        SamplingPlan plan = runner.plan;
        plan.steps =
            plannedSteps(makeSchedule("linear"), TimestepSpacing::trailing, 9, *runner.start, runner.guidance->plan());
        int seen = 0;
        const at::Tensor x = sample(plan, runner.noise, [&](const StepReport& report) {
            seen += report.step.index == seen && report.step.count == 19 ? 1 : 100;
            return AfterStep::goOn;
        });
        QCOMPARE(seen, 19); // 9 and, of one stretch of 5, two more
        QCOMPARE(runner.denoiser.evaluations, 19);
        QCOMPARE(plannedEvaluations(plan), 19);
        QCOMPARE(plannedEvaluations(9, *runner.rule, guidancePlan("repaint")), 19);
        QVERIFY(x.isfinite().all().item<bool>());
    }

    /// The flow of DAPS has no more nodes than there are steps left.
    void flowOfDapsIsCounted() {
        const ParameterValues four{{"ode-steps", std::int64_t{4}}};
        Runner runner({.guidance = "daps", .steps = 6, .guidanceValues = four});
        sample(runner.plan, runner.noise);
        QCOMPARE(runner.denoiser.evaluations, 4 + 4 + 4 + 3 + 2 + 1);
        QCOMPARE(plannedEvaluations(runner.plan), 18);
        QCOMPARE(plannedEvaluations(6, *runner.rule, guidancePlan("daps", four)), 18);
    }

    void knownRegionIsCleanAtTheEnd_data() { addPairs(); }

    void knownRegionIsCleanAtTheEnd() {
        Runner runner(pair());
        const at::Tensor x = sample(runner.plan, runner.noise);
        const at::Tensor y = runner.oracle.y();
        const at::Tensor known = runner.oracle.known.view({4, 4});
        for (std::int64_t i = 0; i < 3; ++i) {
            QVERIFY(x[i][0].masked_select(known).equal(y[0][0].masked_select(known)));
        }
    }

    void batchOfManyEqualsManyOfOne_data() { addPairs(); }

    void batchOfManyEqualsManyOfOne() {
        Run run = pair();
        const at::Tensor batch = largePictures(run);
        for (std::uint64_t k = 0; k < 3; ++k) {
            run.samples = {k};
            QVERIFY(largePictures(run)[0].equal(batch[static_cast<std::int64_t>(k)]));
        }
        QVERIFY(!batch[0].equal(batch[1]));
    }

    void sameSeedSameBytesOnAnyNumberOfThreads_data() { addPairs(); }

    void sameSeedSameBytesOnAnyNumberOfThreads() {
        const Run run = pair();
        const int threads = at::get_num_threads();
        at::set_num_threads(1);
        const at::Tensor one = largePictures(run);
        at::set_num_threads(4);
        const at::Tensor four = largePictures(run);
        at::set_num_threads(threads);
        QVERIFY(one.equal(four));
    }

    void singlePrecisionAgreesWithDouble_data() { addPairs(); }

    void singlePrecisionAgreesWithDouble() {
        Run run = pair();
        const at::Tensor twice = result(run);
        run.dtype = at::kFloat;
        const at::Tensor single = result(run);
        QCOMPARE(single.scalar_type(), at::kFloat);
        QVERIFY(relativeError(single, twice) < 1e-4);
    }

    void observerSeesEveryStep() {
        Runner runner({.guidance = "ddnm"});
        int seen = 0;
        sample(runner.plan, runner.noise, [&](const StepReport& report) {
            [&] {
                QCOMPARE(report.step.index, seen);
                QCOMPARE(report.x0.sizes(), at::IntArrayRef({3, 1, 4, 4}));
                QCOMPARE(report.residual.sizes(), at::IntArrayRef({3}));
                QVERIFY(report.residual.equal(at::zeros_like(report.residual)));
            }();
            ++seen;
            return AfterStep::goOn;
        });
        QCOMPARE(seen, 8);
    }

    void residualIsThatOfTheEstimate() {
        Runner runner({.steps = 1});
        at::Tensor found;
        at::Tensor expected;
        sample(runner.plan, runner.noise, [&](const StepReport& report) {
            found = report.residual.clone();
            const at::Tensor miss =
                (runner.oracle.y() - report.x0).flatten(1).index({at::indexing::Slice(), runner.oracle.known});
            expected = miss.norm(2, 1);
            return AfterStep::goOn;
        });
        QVERIFY(relativeError(found, expected) < 1e-13);
    }

    void keepingStopsWithTheEstimate() {
        Runner runner({});
        at::Tensor estimate;
        const at::Tensor x = sample(runner.plan, runner.noise, [&](const StepReport& report) {
            estimate = report.x0.clone();
            return report.step.index == 2 ? AfterStep::keepEstimate : AfterStep::goOn;
        });
        QCOMPARE(runner.denoiser.evaluations, 3);
        const at::Tensor known = runner.oracle.known.view({4, 4});
        QVERIFY(x.equal(at::where(known, runner.oracle.y(), estimate)));
    }

    void cancelsBetweenEvaluations() {
        Runner runner({});
        std::stop_source stop;
        const auto observe = [&](const StepReport& report) {
            if (report.step.index == 2) {
                stop.request_stop();
            }
            return AfterStep::goOn;
        };
        QVERIFY_EXCEPTION_THROWN(sample(runner.plan, runner.noise, observe, stop.get_token()), Cancelled);
        QCOMPARE(runner.denoiser.evaluations, 3);
        QVERIFY_EXCEPTION_THROWN(sample(runner.plan, runner.noise, {}, stop.get_token()), Cancelled);
        QCOMPARE(runner.denoiser.evaluations, 3);
    }

    void clippingHoldsEveryEstimateInside() {
        for (const bool clip : {true, false}) {
            Runner runner({.samples = firstSamples(50), .clip = clip});
            double largest = 0;
            sample(runner.plan, runner.noise, [&](const StepReport& report) {
                largest = std::max(largest, report.x0.abs().max().item<double>());
                return AfterStep::goOn;
            });
            QCOMPARE(largest <= 1, clip);
        }
    }

    void noisyMeasurementIsNotPutBackAtTheEnd() {
        Runner runner({.guidance = "projection"}, 0.3);
        const at::Tensor known = runner.oracle.known.view({4, 4});
        const at::Tensor x = sample(runner.plan, runner.noise)[0][0];
        QVERIFY(!x.masked_select(known).equal(runner.oracle.y()[0][0].masked_select(known)));
    }

    void leavesGradModeAsItWas() {
        QVERIFY(at::GradMode::is_enabled());
        result({.guidance = "dps"});
        QVERIFY(at::GradMode::is_enabled());
        const at::NoGradGuard off;
        QVERIFY(result({.guidance = "dps"}).isfinite().all().item<bool>());
        QVERIFY(!at::GradMode::is_enabled());
    }
};

QTEST_GUILESS_MAIN(SampleTest)
#include "sample_test.moc"
