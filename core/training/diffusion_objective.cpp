// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/diffusion_objective.h"

#include "core/base/random_seed.h"
#include "core/schedules/catalogue.h"
#include "core/training/sample_sheet.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>

namespace palimpsest {

namespace {

constexpr int kTimes = 1000; // of the schedule
constexpr double kSnrLimit = 5.0;
constexpr std::array kValidationTimes{50, 200, 400, 600, 850};
constexpr std::int64_t kDrawn = 8;

at::Tensor normal(at::IntArrayRef shape, std::uint64_t seed) {
    at::Generator generator = at::detail::createCPUGenerator(seed);
    return at::randn(shape, generator, at::TensorOptions(at::kFloat));
}

void writeCrop(at::Tensor& pictures, std::int64_t index, const Crop& crop) {
    std::memcpy(pictures.mutable_data_ptr<float>() + static_cast<std::size_t>(index) * crop.planes.size(),
                crop.planes.data(), crop.planes.size() * sizeof(float));
}

} // namespace

DiffusionObjective::DiffusionObjective(const TrainSettings& settings, const TrainingPhotos& photos)
    : settings_(settings), crops_(photos.training, {.side = settings.cropSide}), schedule_(makeSchedule("cosine")) {
    const CropSource source(photos.validation, {.side = settings.cropSide, .augment = false});
    const auto count = static_cast<std::int64_t>(source.usable().size());
    validation_ = at::empty({count, 3, settings.cropSide, settings.cropSide});
    for (std::int64_t i = 0; i < count; ++i) {
        const TrainingPicture& picture = *source.usable()[static_cast<std::size_t>(i)];
        RandomStream random(streamSeed(0, "exam", static_cast<std::uint64_t>(i)));
        const double factor = random.logUniform(1, source.largestFactor(picture));
        writeCrop(validation_, i, source.cut(picture, factor, random.uniform(), random.uniform()));
    }
}

TrainingBatch DiffusionObjective::batch(std::int64_t step) const {
    const std::int64_t count = settings_.batch;
    TrainingBatch batch{at::empty({count, 3, settings_.cropSide, settings_.cropSide}),
                        at::empty({count}),
                        {},
                        at::empty({count, 1, 1, 1})};
    at::Tensor signal = at::empty({count, 1, 1, 1});
    auto* time = batch.time.mutable_data_ptr<float>();
    auto* weight = batch.weight.mutable_data_ptr<float>();
    auto* alphaBars = signal.mutable_data_ptr<float>();
    for (std::int64_t i = 0; i < count; ++i) {
        RandomStream random(streamSeed(settings_.seed, "diffusion", static_cast<std::uint64_t>(step * count + i)));
        writeCrop(batch.input, i, crops_.draw(random));
        const int t = random.below(kTimes);
        const double alphaBar = schedule_.alphaBar(t);
        const double snr = alphaBar / (1 - alphaBar);
        time[i] = static_cast<float>(t);
        alphaBars[i] = static_cast<float>(alphaBar);
        weight[i] = static_cast<float>(std::min(snr, kSnrLimit) / (snr + 1));
    }
    const at::Tensor x0 = batch.input;
    const at::Tensor noise = normal(x0.sizes(), streamSeed(settings_.seed, "noise", static_cast<std::uint64_t>(step)));
    batch.input = signal.sqrt() * x0 + (1 - signal).sqrt() * noise;
    batch.target = signal.sqrt() * noise - (1 - signal).sqrt() * x0;
    return batch;
}

at::Tensor DiffusionObjective::loss(const Network& network, const TrainingBatch& batch) const {
    const at::Tensor v = network.forward(batch.input, batch.time);
    return ((v - batch.target).square() * batch.weight).mean();
}

at::Tensor DiffusionObjective::drawFromNoise(const Network& network, std::int64_t count) const {
    constexpr int kSteps = 50;
    at::Tensor x = normal({count, 3, validation_.size(2), validation_.size(3)}, streamSeed(0, "drawn"));
    for (int i = kSteps; i > 0; --i) {
        const int t = i * kTimes / kSteps - 1;
        const int next = (i - 1) * kTimes / kSteps - 1;
        const double alphaBar = schedule_.alphaBar(t);
        const double nextAlphaBar = schedule_.alphaBar(next);
        const at::Tensor v = network.forward(x, at::full({count}, t, at::kFloat));
        const at::Tensor x0 = (std::sqrt(alphaBar) * x - std::sqrt(1 - alphaBar) * v).clamp(-1, 1);
        const at::Tensor eps = (x - std::sqrt(alphaBar) * x0) / std::sqrt(1 - alphaBar);
        x = std::sqrt(nextAlphaBar) * x0 + std::sqrt(1 - nextAlphaBar) * eps;
    }
    return x;
}

Validation DiffusionObjective::validate(const Network& network) const {
    const at::NoGradGuard noGrad;
    const std::int64_t count = validation_.size(0);
    std::vector<at::Tensor> columns;
    std::string errors;
    for (const int t : kValidationTimes) {
        const double alphaBar = schedule_.alphaBar(t);
        const at::Tensor noise =
            normal(validation_.sizes(), streamSeed(0, "exam noise", static_cast<std::uint64_t>(t)));
        const at::Tensor x = std::sqrt(alphaBar) * validation_ + std::sqrt(1 - alphaBar) * noise;
        const at::Tensor v = network.forward(x, at::full({count}, t, at::kFloat));
        const at::Tensor x0 = std::sqrt(alphaBar) * x - std::sqrt(1 - alphaBar) * v;
        const at::Tensor eps = std::sqrt(alphaBar) * v + std::sqrt(1 - alphaBar) * x;
        char part[64];
        std::snprintf(part, sizeof part, "%st=%d %.4f", errors.empty() ? "" : ", ", t,
                      (eps - noise).square().mean().item<double>());
        errors += part;
        columns.insert(columns.end(), {x.slice(0, 0, kDrawn), x0.slice(0, 0, kDrawn)});
    }
    const std::int64_t rows = std::min(count, kDrawn);
    columns.push_back(validation_.slice(0, 0, rows));
    columns.push_back(drawFromNoise(network, rows));
    return {Message("mean squared error of the predicted noise: %1", errors), sampleSheet(columns)};
}

} // namespace palimpsest
