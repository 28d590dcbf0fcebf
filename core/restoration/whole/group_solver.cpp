// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/whole/group_solver.h"

#include "core/base/random_seed.h"
#include "core/denoisers/tiled_denoiser.h"
#include "core/methods/sampling_recipe.h"
#include "core/networks/layers/checkpointing.h"
#include "core/restoration/inpaint/pyramid.h"
#include "core/restorers/restorer.h"
#include "core/sampling/catalogue.h"
#include "core/sampling/sample.h"
#include "core/tensor/finite.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace palimpsest {
namespace {

/// px: what tiles of the network share with their neighbours.
constexpr std::int64_t kTileOverlap = 32;

/// Compression errs more in some frequencies than in others, and takes more cleaning than white noise of that size:
/// found on tests/benchmarks/search_pictures (0.1 dB of 1 to 2).
constexpr double kUnevenness = 1.5;

/// From a picture that is itself noisy: x_t = sqrt(alphaBar) y, and what noise it lacks at that time.
class NoisyPictureStart : public Start {
public:
    NoisyPictureStart(at::Tensor y, double sigmaY, const NoiseSchedule& schedule)
        : y_(std::move(y)), sigmaY_(sigmaY), t0_(timeAsNoisy(sigmaY, schedule)) {}

    at::Tensor draw(const Step& first, const Shape& shape, NoiseSource& noise) const override {
        const double missing = 1 - first.alphaBar * (1 + sigmaY_ * sigmaY_);
        return std::sqrt(first.alphaBar) * y_.to(noise.options()) +
               std::sqrt(std::max(0.0, missing)) * noise.draw("start", shape);
    }
    double t0() const override { return t0_; }

private:
    /// The first time of the schedule that is at least as noisy.
    static double timeAsNoisy(double sigmaY, const NoiseSchedule& schedule) {
        const int times = schedule.size();
        int time = 0;
        while (time + 1 < times && 1 - schedule.alphaBar(time) * (1 + sigmaY * sigmaY) < 0) {
            ++time;
        }
        return static_cast<double>(time + 1) / times;
    }

    at::Tensor y_;
    double sigmaY_;
    double t0_;
};

/// Every sample `copies` times, each with noise of its own; the first copy of a sample has the sample's.
std::vector<std::uint64_t> copiesOf(const std::vector<std::uint64_t>& samples, std::uint64_t copies) {
    constexpr std::uint64_t kFarBeyondSamples = 1000;
    std::vector<std::uint64_t> streams;
    for (const std::uint64_t sample : samples) {
        for (std::uint64_t copy = 0; copy < copies; ++copy) {
            streams.push_back(sample + copy * kFarBeyondSamples);
        }
    }
    return streams;
}

/// sigmaY: of the measurement, as the prior takes it.
std::unique_ptr<Start> startAtItsNoise(const TaskMeasurement& measured, double sigmaY, const NoiseSchedule& schedule) {
    return std::make_unique<NoisyPictureStart>(measured.known.A->directReconstruction(measured.known.y),
                                               std::max(sigmaY, kUnevenness * measured.directError), schedule);
}

std::unique_ptr<Start> startOf(const LevelRecipe& level, const at::Tensor& estimate) {
    return level.t0 >= 1 ? makeStart("noise") : makeStart("estimate", {{"t0", level.t0}}, estimate);
}

} // namespace

at::Tensor GroupSolver::solve(const PictureTensors& input, const TaskMeasurement& measured,
                              const at::Tensor& userEstimate, std::uint64_t seed, const GroupObserver& observe) {
    std::vector<PictureTensors> pyramid{input};
    while (pyramid.size() < group_.levels.size()) {
        pyramid.push_back(halved(pyramid.back()));
    }
    const int coarsest = static_cast<int>(pyramid.size()) - 1;
    at::Tensor x = userEstimate;
    for (int level = coarsest; level >= 0; --level) {
        if (coarsest > 0) {
            resources_.meter.phase(Message("level %1 of %2", coarsest - level + 1, coarsest + 1));
        }
        const PictureTensors& current = pyramid[level];
        const at::Tensor estimate = level < coarsest ? upsampled(x, current.picture) : x;
        const std::uint64_t levelSeed = streamSeed(seed, "level", level);
        x = level == 0 ? solveLevel(current, measured, estimate, level, levelSeed, observe)
                       : solveLevel(current, task_.measure(spec_, current, sigma_ / (1 << level), resources_.stop),
                                    estimate, level, levelSeed, observe);
    }
    requireFinite(x);
    return x;
}

at::Tensor GroupSolver::startingEstimate(const PictureTensors& input, const TaskMeasurement& measured,
                                         const at::Tensor& estimate, int level) const {
    const MethodSettings& settings = group_.settings;
    const LevelRecipe& recipe = group_.recipe(level);
    if (estimate.defined()) {
        return measured.known.A->projectOnMeasurement(withMargin(estimate, measured.margin), measured.known.y);
    }
    const bool isNeeded = !recipe.usesPrior() || (recipe.t0 < 1 && !settings.startsAtItsNoise);
    if (isNeeded && resources_.restorer && settings.firstEstimate == resources_.restorer->id()) {
        return restorerEstimate(input, measured);
    }
    return isNeeded ? firstEstimate(task_, settings.firstEstimate.value_or(""), spec_, input, measured, resources_.stop)
                    : at::Tensor();
}

at::Tensor GroupSolver::restorerEstimate(const PictureTensors& input, const TaskMeasurement& measured) const {
    const NetworkTime time(resources_.meter);
    resources_.meter.phase("the first estimate");
    const double sigma = std::max(measured.known.noise.sigmaY, measured.directError) / 2;
    const at::Tensor answer = resources_.restorer->enlarged(task_.observedPicture(input, measured),
                                                            task_.enlargement(spec_), sigma, resources_.stop);
    resources_.meter.phase("restoring");
    return withMargin(answer, measured.margin);
}

at::Tensor GroupSolver::solveLevel(const PictureTensors& input, const TaskMeasurement& measured,
                                   const at::Tensor& estimate, int level, std::uint64_t seed,
                                   const GroupObserver& observe) {
    const at::Tensor first = startingEstimate(input, measured, estimate, level);
    if (!group_.recipe(level).usesPrior()) {
        return first.expand({static_cast<std::int64_t>(group_.samples.size()), -1, -1, -1});
    }
    return samplePrior(input, measured, first, level, seed, observe);
}

at::Tensor GroupSolver::samplePrior(const PictureTensors& input, const TaskMeasurement& measured,
                                    const at::Tensor& first, int level, std::uint64_t seed,
                                    const GroupObserver& observe) {
    const MethodSettings& settings = group_.settings;
    const LevelRecipe& levelRecipe = group_.recipe(level);
    const SamplingRecipe recipe = samplingRecipe(settings);
    Measurement known = measured.known;
    known.noise = task_.noiseForPrior(spec_, input, known.noise);
    const auto start = settings.startsAtItsNoise ? startAtItsNoise(measured, known.noise.sigmaY, *resources_.schedule)
                                                 : startOf(levelRecipe, first);
    const auto guidance = makeGuidance(settings.guidance, settings.guidanceParameters, known);
    const MeteredDenoiser metered(*resources_.denoiser, resources_.meter);
    const TiledDenoiser denoiser(metered,
                                 {.side = settings.tileSide, .overlap = kTileOverlap, .stop = resources_.stop});
    const bool isMean = settings.coarsestMean > 1 && level + 1 == static_cast<int>(group_.levels.size());
    const auto copies = static_cast<std::uint64_t>(isMean ? settings.coarsestMean : 1);
    NoiseSource noise(seed, copiesOf(group_.samples, copies), input.picture.options());
    const SamplingPlan plan{
        .steps = plannedSteps(*resources_.schedule, recipe.spacing, levelRecipe.steps, *start, guidance->plan()),
        .denoiser = denoiser,
        .stepRule = *recipe.rule,
        .guidance = guidance.get(),
        .start = *start,
        .shape = known.A->domain(),
        .clipX0 = taskCatalogue().at(spec_.task).isBounded};
    const std::int64_t values = known.y.numel();
    const auto afterStep = [&](const StepReport& report) {
        for (std::size_t i = 0; i < group_.samples.size() * copies; ++i) {
            resources_.meter.evaluated(report.x0.size(2) * report.x0.size(3));
        }
        observe({withoutMargin(report.x0, measured.margin), report.residual, values, level, report.step.index,
                 report.step.count});
        return resources_.shallKeep() ? AfterStep::keepEstimate : AfterStep::goOn;
    };
    const CheckpointScope checkpoint(group_.recomputes);
    const at::Tensor x = sample(plan, noise, afterStep, resources_.stop);
    return isMean ? x.unflatten(0, {-1, settings.coarsestMean}).mean(1) : x;
}

} // namespace palimpsest
