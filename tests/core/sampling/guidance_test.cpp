// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/denoisers/gaussian_mixture_denoiser.h"
#include "core/operators/nonlinear_catalogue.h"
#include "core/sampling/residual_gradient.h"
#include "tests/core/sampling/gaussian_oracle.h"
#include "tests/support/tensor_error.h"

#include <ATen/core/grad_mode.h>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace palimpsest;

namespace {

const Step kStep{.index = 1, .count = 4, .alphaBar = 0.4, .alphaBarNext = 0.6, .modelTime = 400};
const Step kLast{.index = 3, .count = 4, .alphaBar = 0.99, .alphaBarNext = 1, .modelTime = 9};

/// Everything a guidance sees in one step, for a batch of two images under a prior with a curved denoiser.
struct Scene {
    explicit Scene(double sigmaY = 0, const Step& step_ = kStep) : step(step_), oracle(sigmaY) {
        const GaussianDenoiser wide(-oracle.prior.mean.view(oracle.shape()), 0.5 * oracle.prior.covariance);
        denoiser =
            std::make_unique<GaussianMixtureDenoiser>(std::vector{0.6, 0.4}, std::vector{oracle.denoiser(), wide});
        A = oracle.op();
        mask = oracle.known.view(oracle.shape());
        y = oracle.y().expand({2, 1, 4, 4}).clone();
        y[1].mul_(-0.7);
        xt = at::linspace(-4, 5, 32, at::kDouble).sin().view({2, 1, 4, 4});
        next = at::linspace(1, 9, 32, at::kDouble).cos().view({2, 1, 4, 4});
    }

    Prediction predictWithGraph() {
        xt = xt.detach().requires_grad_(true);
        return denoiser->predict(xt, step);
    }

    at::Tensor correctNext(const Guidance& guidance) {
        const Prediction prediction = predictWithGraph();
        NoiseSource noise(4, firstSamples(static_cast<std::size_t>(xt.size(0))), at::kDouble);
        return guidance.correctNext(context(prediction, noise), next);
    }

    at::Tensor correctNext(const std::string& id, const ParameterValues& values = {}) {
        return correctNext(*makeGuidance(id, values, measured()));
    }

    Measurement measured() const { return {.A = A, .y = y, .noise = oracle.noiseModel}; }

    at::Tensor gradient() {
        const Prediction prediction = predictWithGraph();
        NoiseSource noise(4, firstSamples(2), at::kDouble);
        return residualNormGradient(measured(), context(prediction, noise));
    }

    Prediction correctEstimate(const std::string& id, const ParameterValues& values = {}) {
        const Prediction prediction = predictWithGraph();
        const at::NoGradGuard off;
        NoiseSource noise(4, firstSamples(2), at::kDouble);
        const Prediction plain{prediction.x0.detach(), prediction.eps.detach(), std::nullopt};
        return makeGuidance(id, values, measured())->correctEstimate(context(prediction, noise), plain);
    }

    StepContext context(const Prediction& prediction, NoiseSource& noise) const {
        return {step, xt, prediction, *denoiser, A->domain(), noise};
    }

    /// Norm of the residual of each picture as a plain function of x_t.
    at::Tensor residualNorm(const at::Tensor& at_) const {
        return normPerSample(y - A->forward(denoiser->predict(at_, step).x0));
    }

    /// The noise that the projection adds.
    at::Tensor drawn() const { return NoiseSource(4, firstSamples(2), at::kDouble).draw("measured part", A->domain()); }

    at::Tensor inHole(const at::Tensor& values) const { return values.masked_select(mask.logical_not()); }
    at::Tensor whereKnown(const at::Tensor& values) const { return values.masked_select(mask); }

    Step step;
    GaussianOracle oracle;
    std::unique_ptr<Denoiser> denoiser;
    std::shared_ptr<const LinearOperator> A;
    at::Tensor mask;
    at::Tensor y;
    at::Tensor xt;
    at::Tensor next;
};

} // namespace

class GuidanceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noneChangesNothing() {
        Scene scene;
        QVERIFY(scene.correctNext("none").equal(scene.next));
        QVERIFY(scene.correctEstimate("none").x0.equal(scene.denoiser->predict(scene.xt, kStep).x0));
    }

    /// The released code of MCG noises y to the level of t, one step late.
    void knownRegionIsNoisedToLevelTMinusOne() {
        Scene scene;
        const at::Tensor expected =
            std::sqrt(kStep.alphaBarNext) * scene.y + std::sqrt(1 - kStep.alphaBarNext) * scene.drawn();
        for (const char* id : {"projection", "mcg"}) {
            const at::Tensor found = scene.correctNext(id);
            QVERIFY(relativeError(scene.whereKnown(found), scene.whereKnown(expected)) < 1e-14);
        }
    }

    void projectionLeavesTheHoleAlone() {
        Scene scene;
        QVERIFY(scene.inHole(scene.correctNext("projection")).equal(scene.inHole(scene.next)));
    }

    /// In the last step the level is 0: the measurement itself, bit by bit.
    void knownRegionIsCleanAtTheEnd() {
        Scene scene(0, kLast);
        for (const char* id : {"projection", "mcg"}) {
            QVERIFY(scene.whereKnown(scene.correctNext(id)).equal(scene.whereKnown(scene.y)));
        }
        QVERIFY(scene.whereKnown(scene.correctEstimate("ddnm").x0).equal(scene.whereKnown(scene.y)));
    }

    void gradientIsThatOfTheNorm() {
        Scene scene;
        const at::Tensor gradient = scene.gradient().flatten(1);
        const at::Tensor base = scene.xt.detach();
        constexpr double kWidth = 1e-5;
        at::Tensor numeric = at::zeros_like(gradient);
        for (std::int64_t pixel = 0; pixel < GaussianOracle::kPixels; ++pixel) {
            at::Tensor shift = at::zeros_like(base).flatten(1);
            shift.select(1, pixel).fill_(kWidth);
            shift = shift.view(base.sizes());
            numeric.select(1, pixel).copy_((scene.residualNorm(base + shift) - scene.residualNorm(base - shift)) /
                                           (2 * kWidth));
        }
        QVERIFY(relativeError(gradient, numeric) < 1e-8);
    }

    void normIsPerPicture() {
        Scene both;
        const at::Tensor together = both.gradient();
        for (std::int64_t picture = 0; picture < 2; ++picture) {
            Scene alone;
            alone.xt = alone.xt.narrow(0, picture, 1);
            alone.y = alone.y.narrow(0, picture, 1);
            QVERIFY(relativeError(alone.gradient(), together.narrow(0, picture, 1)) < 1e-14);
        }
    }

    /// The un-squared norm has no gradient at zero; a perfect fit must not turn a picture into NaN.
    void zeroResidualHasZeroGradient() {
        Scene scene;
        scene.y[0] = scene.A->forward(scene.denoiser->predict(scene.xt, kStep).x0)[0];
        const at::Tensor gradient = scene.gradient();
        QVERIFY(gradient[0].equal(at::zeros_like(gradient[0])));
        QVERIFY(gradient[1].isfinite().all().item<bool>() && gradient[1].abs().max().item<double>() > 0);
        QVERIFY(scene.correctNext("dps")[0].equal(scene.next[0]));
    }

    void dpsStepsDownTheGradient() {
        Scene scene;
        const at::Tensor gradient = scene.gradient();
        QVERIFY(relativeError(scene.correctNext("dps", {{"scale", 0.3}}), scene.next - 0.3 * gradient) < 1e-14);
    }

    void mcgStepsDownTheGradientInTheHoleAlone() {
        Scene scene;
        const at::Tensor expected = scene.next - 0.3 * scene.gradient();
        const at::Tensor found = scene.correctNext("mcg", {{"scale", 0.3}});
        QVERIFY(relativeError(scene.inHole(found), scene.inHole(expected)) < 1e-14);
        QVERIFY(scene.whereKnown(found).equal(scene.whereKnown(scene.correctNext("projection"))));
    }

    /// Estimate: (r^2 y + sigmaY^2 x0) / (r^2 + sigmaY^2) where y is known, with r^2 under a white prior of deviation
    /// 0.5.
    void mcgTrustsANoisyMeasurementAsFarAsItsNoiseAllows() {
        Scene scene(0.5);
        const double r2 = 0.25 * 0.6 / (0.4 * 0.25 + 0.6);
        const double trust = r2 / (r2 + 0.25);
        const Prediction raw = scene.denoiser->predict(scene.xt, kStep);
        const at::Tensor x0 = at::where(scene.mask, trust * scene.y + (1 - trust) * raw.x0, raw.x0);
        for (const char* id : {"mcg", "diffpir", "dds", "mpgd"}) {
            const Prediction found = scene.correctEstimate(id);
            QVERIFY2(relativeError(found.x0, x0) < 1e-13, id);
            QVERIFY2(relativeError(found.eps, (scene.xt - std::sqrt(0.4) * x0) / std::sqrt(0.6)) < 1e-13, id);
        }
        const at::Tensor gradient = trust * scene.gradient();
        const at::Tensor expected = scene.next - at::where(scene.mask, (1 - trust) * gradient, gradient);
        QVERIFY(relativeError(scene.correctNext("mcg"), expected) < 1e-13);
    }

    /// A draw from the posterior: both what is measured and what is estimated get noise of their own.
    void dapsDrawsAPictureThatFitsBoth() {
        Scene scene(0.5);
        const double r2 = 0.25 * 0.6 / (0.4 * 0.25 + 0.6);
        NoiseSource twin(4, firstSamples(2), at::kDouble);
        const at::Tensor z = twin.draw("guidance", scene.A->domain());
        const at::Tensor n = twin.draw("guidance of y", scene.A->range());
        const at::Tensor drawn = scene.denoiser->predict(scene.xt, kStep).x0 + std::sqrt(r2) * z;
        const at::Tensor fitted = (r2 * (scene.y + 0.5 * n) + 0.25 * drawn) / (r2 + 0.25);
        QVERIFY(relativeError(scene.correctEstimate("daps").x0, at::where(scene.mask, fitted, drawn)) < 1e-13);
    }

    void mcgAsPublishedTakesNoNoticeOfNoise() {
        Scene noisy(0.5);
        Scene clean;
        clean.y = noisy.y;
        const ParameterValues published{{"noise-aware", false}};
        QVERIFY(noisy.correctNext("mcg", published).equal(clean.correctNext("mcg")));
        QVERIFY(noisy.correctEstimate("mcg", published).x0.equal(clean.correctEstimate("mcg").x0));
        QVERIFY(!noisy.correctNext("mcg").equal(noisy.correctNext("mcg", published)));
    }

    void noiseOfTheMeasurementIsNotAddedAgain() {
        Scene scene(0.5);
        const double missing = 1 - 0.6 - 0.6 * 0.25;
        const at::Tensor expected = std::sqrt(0.6) * scene.y + std::sqrt(missing) * scene.drawn();
        QVERIFY(relativeError(scene.whereKnown(scene.correctNext("projection")), scene.whereKnown(expected)) < 1e-14);
    }

    void belowTheNoiseOfTheMeasurementThePriorDecides() {
        Scene scene(1.5);
        QVERIFY(scene.correctNext("projection").equal(scene.next));
        QVERIFY(scene.correctNext("ddnm").equal(scene.next));
        QVERIFY(scene.correctEstimate("ddnm").x0.equal(scene.denoiser->predict(scene.xt, kStep).x0));
    }

    void ddnmPutsTheMeasurementIntoTheEstimate() {
        Scene scene;
        const Prediction raw = scene.denoiser->predict(scene.xt, kStep);
        const Prediction found = scene.correctEstimate("ddnm");
        QVERIFY(found.x0.equal(at::where(scene.mask, scene.y, raw.x0)));
        QVERIFY(found.eps.equal(raw.eps));
        QVERIFY(scene.correctNext("ddnm").equal(scene.next));
    }

    /// DDNM+: y's own noise takes its share of the noise of the range-space component.
    void ddnmMakesRoomForTheNoiseOfTheMeasurement() {
        Scene scene(0.5);
        const double share = std::sqrt((1 - 0.6 - 0.6 * 0.25) / (1 - 0.6));
        const at::Tensor signal = std::sqrt(0.6) * scene.y;
        const at::Tensor found = scene.correctNext("ddnm");
        const at::Tensor expected = signal + share * (scene.next - signal);
        QVERIFY(relativeError(scene.whereKnown(found), scene.whereKnown(expected)) < 1e-14);
        QVERIFY(scene.inHole(found).equal(scene.inHole(scene.next)));
    }

    void catalogueIsComplete() {
        for (const GuidanceEntry& entry : guidanceCatalogue()) {
            const Message id("%1", entry.id);
            const ParameterValues complete = validated(entry.schemas(), {}, id);
            QCOMPARE(parametersFromJson(entry.schemas(), toJson(complete), id), complete);
            QVERIFY(!entry.evaluations.empty());
        }
        const Measurement measured = Scene().measured();
        QVERIFY_EXCEPTION_THROWN(makeGuidance("dps", {{"scale", -1.0}}, measured), Error);
        QVERIFY_EXCEPTION_THROWN(guidancePlan("dps", {{"scale", -1.0}}), Error);
        QVERIFY_EXCEPTION_THROWN(makeGuidance("no-such", {}, measured), Error);
        QVERIFY_EXCEPTION_THROWN(guidancePlan("no-such"), Error);
    }

    /// The plan that is known before the measurement is the one that the guidance keeps to; sample_test holds it
    /// against runs.
    void guidancesHaveThePlanOfTheirEntry() {
        const Measurement measured = Scene().measured();
        for (const GuidanceEntry& entry : guidanceCatalogue()) {
            QVERIFY(makeGuidance(entry.id, {}, measured)->plan() == guidancePlan(entry.id));
        }
        QVERIFY(guidancePlan("none") == GuidancePlan{});
        const ParameterValues often{{"travel-length", std::int64_t{4}}, {"travel-repeats", std::int64_t{7}}};
        for (const char* id : {"ddnm", "repaint"}) {
            QVERIFY((guidancePlan(id, often).timeTravel == TimeTravel{.length = 4, .repeats = 7}));
            QVERIFY(makeGuidance(id, often, measured)->plan() == guidancePlan(id, often));
        }
        QCOMPARE(guidancePlan("daps", {{"ode-steps", std::int64_t{9}}}).evaluationsPerStep, 9);
    }

    void allButNoneNeedAMeasurement() {
        for (const GuidanceEntry& entry : guidanceCatalogue()) {
            if (entry.id == "none") {
                const auto none = makeGuidance(entry.id, {}, {});
                const at::Tensor x = at::ones({1, 1, 4, 4});
                QVERIFY(!none->residual(x).defined());
                QVERIFY(none->finish(x).equal(x));
                continue;
            }
            QVERIFY_EXCEPTION_THROWN(makeGuidance(entry.id, {}, {}), Bug);
        }
        Scene scene;
        scene.y = at::zeros({1, 1, 4, 3}, at::kDouble);
        QVERIFY_EXCEPTION_THROWN(makeGuidance("ddnm", {}, scene.measured()), Bug);
    }

    void residualIsTheNormOfTheMiss() {
        for (const GuidanceEntry& entry : guidanceCatalogue()) {
            const Scene scene(0.5);
            const at::Tensor found = makeGuidance(entry.id, {}, scene.measured())->residual(scene.next);
            const at::Tensor miss = ((scene.y - scene.next) * scene.mask).flatten(1);
            QCOMPARE(found.sizes(), at::IntArrayRef({2}));
            QVERIFY(relativeError(found, miss.norm(2, 1)) < 1e-14);
        }
    }

    /// The measured values of the end are y itself, if y has no noise; the others stay as they are.
    void finishPutsANoiselessMeasurementIn() {
        for (const GuidanceEntry& entry : guidanceCatalogue()) {
            const Scene clean;
            QVERIFY(makeGuidance(entry.id, {}, clean.measured())
                        ->finish(clean.next)
                        .equal(at::where(clean.mask, clean.y, clean.next)));
            const Scene noisy(0.5);
            QVERIFY(makeGuidance(entry.id, {}, noisy.measured())->finish(noisy.next).equal(noisy.next));
        }
    }

    /// One y serves a batch of any size, in the precision of the run.
    void measurementSpreadsOverTheBatch() {
        const GaussianOracle oracle;
        const Measurement measured = oracle.measured();
        const at::Tensor x = at::zeros({3, 1, 4, 4}, at::kDouble);
        QVERIFY(measured.yFor(x).equal(measured.y.expand({3, -1, -1, -1})));
        QCOMPARE(measured.yFor(x).data_ptr(), measured.y.data_ptr());
        QCOMPARE(measured.yFor(x.to(at::kFloat)).scalar_type(), at::kFloat);
        QCOMPARE(prepared({.A = measured.A, .y = measured.y.to(at::kFloat)}).y.scalar_type(), at::kDouble);
    }

    /// A cut off picture: those that say so meet it, the others refuse.
    void nonlinearMeasurements() {
        const GaussianOracle oracle;
        const std::shared_ptr<const MeasurementOperator> A =
            makeNonlinearOperator("clip", {{"gain", 2.0}}, {.domain = oracle.shape(), .options = at::kDouble});
        const at::Tensor truth = at::linspace(-3, 3, 16, at::kDouble).sin().view({1, 1, 4, 4});
        const at::Tensor y = A->forward(truth);
        const GaussianDenoiser denoiser = oracle.denoiser();
        const auto rule = makeStepRule("ddim");
        const auto start = makeStart("noise");
        for (const GuidanceEntry& entry : guidanceCatalogue()) {
            const auto guidance = makeGuidance(entry.id, {}, {.A = A, .y = y});
            const SamplingPlan plan{
                .steps = plannedSteps(makeSchedule("linear"), TimestepSpacing::trailing, 10, *start, guidance->plan()),
                .denoiser = denoiser,
                .stepRule = *rule,
                .guidance = guidance.get(),
                .start = *start,
                .shape = oracle.shape()};
            NoiseSource noise(3, firstSamples(2), at::kDouble);
            if (!entry.takesNonlinear) {
                QVERIFY_EXCEPTION_THROWN(sample(plan, noise), Bug);
                continue;
            }
            const at::Tensor x = sample(plan, noise);
            QVERIFY2(relativeError(A->forward(x), y.expand_as(x)) < 1e-12, entry.id.data());
        }
    }
};

QTEST_GUILESS_MAIN(GuidanceTest)
#include "guidance_test.moc"
