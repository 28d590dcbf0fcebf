// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmarks/calibration_trial.h"

#include "core/denoisers/gaussian_denoiser.h"
#include "core/operators/catalogue.h"
#include "core/sampling/calibration.h"
#include "core/sampling/catalogue.h"
#include "core/sampling/sample.h"
#include "core/schedules/catalogue.h"
#include "core/schedules/timestep_spacing.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace palimpsest {
namespace {

constexpr std::int64_t kSide = 4;
constexpr std::int64_t kValues = 3 * kSide * kSide;
constexpr std::size_t kTruths = 24;
constexpr std::size_t kPerTruth = 24;
constexpr double kSigmaY = 0.1; // model units

/// How a guidance is run here. Scales of gradients are for pictures of 48 values: the norms that they multiply grow
/// with the size.
struct Recipe {
    const char* guidance;
    ParameterValues values;
    const char* rule;
    ParameterValues ruleValues;
    int steps;
};

const std::vector<Recipe>& recipes() {
    static const std::vector<Recipe> rows = {
        {"daps", {}, "renoise", {{"share", 1.0}}, 60},
        {"ddnm", {}, "ddpm", {}, 150},
        {"ddrm", {}, "renoise", {{"share", 0.85 * 0.85}}, 60},
        {"dds", {}, "ddpm", {}, 60},
        {"diffpir", {}, "renoise", {{"share", 1.0}}, 60},
        {"dps", {{"scale", 0.2}}, "ddpm", {}, 150},
        {"mcg", {{"scale", 0.1}}, "ddpm", {}, 150},
        {"mpgd", {}, "ddpm", {}, 60},
        {"pigdm", {}, "ddpm", {}, 150},
        {"projection", {}, "ddpm", {}, 150},
        {"repaint", {}, "ddpm", {}, 60},
    };
    return rows;
}

const Recipe& recipeOf(const std::string& guidance) {
    return *std::find_if(recipes().begin(), recipes().end(),
                         [&](const Recipe& recipe) { return guidance == recipe.guidance; });
}

std::vector<std::uint64_t> firstSamples(std::size_t count) {
    std::vector<std::uint64_t> samples(count);
    std::iota(samples.begin(), samples.end(), 0);
    return samples;
}

/// Mean and covariance of a distribution over pictures: [n] and [n,n], float64.
struct Moments {
    at::Tensor mean;
    at::Tensor covariance;

    /// [count,n]
    at::Tensor draw(std::uint64_t seed, std::size_t count) const {
        const auto [values, vectors] = at::linalg_eigh(covariance);
        const at::Tensor z = NoiseSource(seed, firstSamples(count), at::kDouble).draw("truth", {kValues});
        return mean + (z * values.clamp_min(0).sqrt()).matmul(vectors.t());
    }
};

/// Neighbouring pixels and the three colours are alike.
Moments pixelPrior() {
    const at::Tensor index = at::arange(kSide * kSide, at::kDouble);
    const at::Tensor row = (index / kSide).floor();
    const at::Tensor column = index - kSide * row;
    const at::Tensor distance =
        ((row.unsqueeze(0) - row.unsqueeze(1)).square() + (column.unsqueeze(0) - column.unsqueeze(1)).square()).sqrt();
    const at::Tensor colours = at::full({3, 3}, 0.6, at::kDouble) + 0.4 * at::eye(3, at::kDouble);
    return {0.4 * (at::arange(kValues, at::kDouble) * 0.9).sin(), at::kron(colours, 0.25 * (-distance / 2).exp())};
}

std::shared_ptr<const LinearOperator> problemOperator(const std::string& id) {
    const at::Tensor row = at::tensor({0.2, 0.6, 0.2}, at::kDouble);
    const OperatorData data{.domain = {3, kSide, kSide},
                            .options = at::kDouble,
                            .mask = (at::arange(kSide * kSide) * 7).fmod(16).lt(9).view({kSide, kSide}),
                            .kernel = row.unsqueeze(1) * row.unsqueeze(0)};
    const ParameterValues values = id == "blur"
                                       ? ParameterValues{{"boundary", std::string("circular")}, {"threshold", 1e-3}}
                                   : id == "downsample-area" ? ParameterValues{{"factor", std::string("2")}}
                                                             : ParameterValues{};
    return makeOperator(id, values, data);
}

/// Of the picture given the measurement y [range] (Bishop 2006, eq. 2.116).
Moments posterior(const Moments& prior, const LinearOperator& A, const at::Tensor& y) {
    const at::Tensor matrix = A.forward(at::eye(kValues, at::kDouble).view({kValues, 3, kSide, kSide})).flatten(1).t();
    const at::Tensor cross = prior.covariance.matmul(matrix.t());
    const at::Tensor ofData = matrix.matmul(cross) + kSigmaY * kSigmaY * at::eye(matrix.size(0), at::kDouble);
    const at::Tensor gain = at::linalg_solve(ofData, cross.t()).t();
    return {prior.mean + gain.matmul(y - matrix.matmul(prior.mean)), prior.covariance - gain.matmul(cross.t())};
}

at::Tensor exactSamples(const Moments& prior, const LinearOperator& A, const at::Tensor& y) {
    std::vector<at::Tensor> drawn;
    for (std::size_t i = 0; i < kTruths; ++i) {
        drawn.push_back(posterior(prior, A, y[static_cast<std::int64_t>(i)].flatten()).draw(100 + i, kPerTruth));
    }
    return at::stack(drawn);
}

at::Tensor drawnBy(const Recipe& recipe, const Moments& prior, const std::shared_ptr<const LinearOperator>& A,
                   const at::Tensor& y, const std::stop_token& stop) {
    const auto rule = makeStepRule(recipe.rule, recipe.ruleValues);
    const auto guidance = makeGuidance(
        recipe.guidance, recipe.values,
        {.A = A, .y = y.repeat_interleave(static_cast<std::int64_t>(kPerTruth), 0), .noise = {.sigmaY = kSigmaY}});
    const auto start = makeStart("noise");
    const GaussianDenoiser denoiser(prior.mean.view({3, kSide, kSide}), prior.covariance);
    const SamplingPlan plan{.steps = plannedSteps(makeSchedule("linear"), TimestepSpacing::trailing, recipe.steps,
                                                  *start, guidance->plan()),
                            .denoiser = denoiser,
                            .stepRule = *rule,
                            .guidance = guidance.get(),
                            .start = *start,
                            .shape = A->domain(),
                            .clipX0 = false};
    NoiseSource noise(7, firstSamples(kTruths * kPerTruth), at::kDouble);
    return sample(plan, noise, {}, stop).view({kTruths, kPerTruth, kValues});
}

} // namespace

const std::vector<std::string>& calibrationProblems() {
    static const std::vector<std::string> ids{"inpainting-mask", "downsample-area", "blur"};
    return ids;
}

std::vector<CalibrationTrial> calibrationTrials() {
    std::vector<CalibrationTrial> trials;
    for (const std::string& problem : calibrationProblems()) {
        trials.push_back({"exact draws", {}, 0, problem});
        for (const Recipe& recipe : recipes()) {
            trials.push_back({std::string(recipe.guidance) + ", " + std::to_string(recipe.steps) + " steps",
                              recipe.guidance, recipe.steps, problem});
        }
    }
    return trials;
}

std::array<double, 3> measuredCoverage(const CalibrationTrial& trial, const std::stop_token& stop) {
    const Moments prior = pixelPrior();
    const auto A = problemOperator(trial.problem);
    const at::Tensor truths = prior.draw(5, kTruths);
    NoiseSource ofMeasurement(6, firstSamples(kTruths), at::kDouble);
    const at::Tensor clean = A->forward(truths.view({kTruths, 3, kSide, kSide}));
    at::Tensor y = NoiseModel{.sigmaY = kSigmaY}.applyTo(clean, ofMeasurement);
    if (trial.problem == "inpainting-mask") {
        y = A->forward(y); // nothing is measured in the hole, noise neither
    }
    const at::Tensor samples =
        trial.guidance.empty() ? exactSamples(prior, *A, y) : drawnBy(recipeOf(trial.guidance), prior, A, y, stop);
    std::array<double, 3> covered{};
    std::transform(kNominalShares.begin(), kNominalShares.end(), covered.begin(),
                   [&](double nominal) { return coverage(samples, truths, nominal); });
    return covered;
}

} // namespace palimpsest
