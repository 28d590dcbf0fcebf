// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/fill_objective.h"

#include "core/base/error.h"
#include "core/base/random_seed.h"
#include "core/training/pyramid_estimate.h"
#include "core/training/sample_sheet.h"
#include "core/training/training_estimate.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <string>

namespace palimpsest {

namespace {

constexpr int kValidationSide = 96; // px, if a validation photo is that large
constexpr int kSideMultiple = 4;    // two coarser levels halve a crop twice
constexpr int kValidationScales = 2;
constexpr std::array kValidationKinds{HoleKind::blobs, HoleKind::scratches, HoleKind::text};

TrainingBatch emptyBatch(std::int64_t samples, int side) {
    return {at::empty({samples, 7, side, side}),
            {},
            at::empty({samples, 3, side, side}),
            at::empty({samples, 1, side, side})};
}

void writeSample(TrainingBatch& batch, std::int64_t index, const Crop& crop, const TrainingMask& mask,
                 const Crop& estimate) {
    const std::size_t area = mask.pixels.size();
    auto* input = batch.input.mutable_data_ptr<float>() + static_cast<std::size_t>(index) * 7 * area;
    auto* target = batch.target.mutable_data_ptr<float>() + static_cast<std::size_t>(index) * 3 * area;
    auto* hole = batch.weight.mutable_data_ptr<float>() + static_cast<std::size_t>(index) * area;
    std::memcpy(target, crop.planes.data(), 3 * area * sizeof(float));
    std::memcpy(input + 4 * area, estimate.planes.data(), 3 * area * sizeof(float));
    for (std::size_t i = 0; i < area; ++i) {
        hole[i] = input[3 * area + i] = mask.pixels[i] != 0 ? 1.0F : 0.0F;
        for (std::size_t c = 0; c < 3; ++c) {
            input[c * area + i] = mask.pixels[i] != 0 ? 0.0F : crop.planes[c * area + i];
        }
    }
}

/// Per sample, in decibel; values span 2.
at::Tensor holePsnr(const at::Tensor& picture, const TrainingBatch& batch) {
    const at::Tensor squares = ((picture - batch.target).square() * batch.weight).sum({1, 2, 3});
    const at::Tensor mean = squares / (3 * batch.weight.sum({1, 2, 3}));
    return 10 * at::log10(4.0 / mean.clamp_min(1e-10));
}

/// Half of a batch keeps its classical estimate, as thin holes have it; the rest gets it from one coarser level, the
/// last eighth from two.
at::Tensor withPyramidEstimates(const Network& network, const at::Tensor& input) {
    const std::int64_t count = input.size(0);
    const std::int64_t drawn = count / 2;
    const std::int64_t single = count * 7 / 8;
    at::Tensor result = input.clone();
    if (single > drawn) {
        result.slice(0, drawn, single).slice(1, 4, 7).copy_(pyramidEstimate(network, input.slice(0, drawn, single), 1));
    }
    if (count > single) {
        result.slice(0, single, count).slice(1, 4, 7).copy_(pyramidEstimate(network, input.slice(0, single, count), 2));
    }
    return result;
}

} // namespace

FillObjective::FillObjective(const TrainSettings& settings, const TrainingPhotos& photos, HoleFiller filler)
    : settings_(settings), filler_(std::move(filler)), crops_(photos.training, {.side = settings.cropSide}) {
    if (settings_.cropSide % kSideMultiple != 0) {
        throw Error(
            ErrorCode::badArgument,
            Message("the crop of a fill has a side of %1 pixels, which is not a multiple of 4", settings_.cropSide),
            "choose a multiple of 4");
    }
    makeValidationSet(photos);
}

void FillObjective::makeValidationSet(const TrainingPhotos& photos) {
    const bool hasLarge = std::ranges::any_of(photos.validation, [](const TrainingPicture& picture) {
        return std::min(picture.levels.front().size.width, picture.levels.front().size.height) >= kValidationSide;
    });
    const int side = hasLarge ? kValidationSide : settings_.cropSide;
    const CropSource source(photos.validation, {.side = side, .augment = false});
    const auto count = static_cast<std::int64_t>(source.usable().size() * kValidationScales * kValidationKinds.size());
    validation_ = emptyBatch(count, side);
    std::int64_t index = 0;
    for (const HoleKind kind : kValidationKinds) {
        for (const TrainingPicture* picture : source.usable()) {
            for (int scale = 0; scale < kValidationScales; ++scale, ++index) {
                RandomStream random(streamSeed(0, "exam", static_cast<std::uint64_t>(index)));
                const double factor = random.logUniform(1, source.largestFactor(*picture));
                const Crop crop = source.cut(*picture, factor, random.uniform(0.2, 0.8), random.uniform(0.2, 0.8));
                TrainingMask mask = drawHole(kind, side, random);
                while (mask.share() < 0.02 || mask.share() > 0.4) {
                    mask = drawHole(kind, side, random);
                }
                writeSample(validation_, index, crop, mask,
                            classicalEstimate(crop, mask, filler_, HoleFill::navierStokes));
            }
        }
    }
}

TrainingBatch FillObjective::batch(std::int64_t step) const {
    TrainingBatch batch = emptyBatch(settings_.batch, settings_.cropSide);
    for (std::int64_t i = 0; i < settings_.batch; ++i) {
        RandomStream random(streamSeed(settings_.seed, "fill", static_cast<std::uint64_t>(step * settings_.batch + i)));
        const Crop crop = crops_.draw(random);
        const TrainingMask mask = drawMask(settings_.cropSide, random);
        writeSample(batch, i, crop, mask, drawEstimate(crop, mask, filler_, random));
    }
    return batch;
}

at::Tensor FillObjective::loss(const Network& network, const TrainingBatch& batch) const {
    const at::Tensor& hole = batch.weight;
    const at::Tensor input = withPyramidEstimates(network, batch.input);
    const at::Tensor error = (network.forward(input, {}) + input.slice(1, 4, 7) - batch.target) * hole;
    const at::Tensor area = hole.sum({1, 2, 3}, true);
    const at::Tensor weight = hole / area.sqrt() / (3 * area.sqrt().sum());
    const at::Tensor distance = (((error.square() + 1e-4).sqrt() - 0.01) * weight).sum();
    const auto along = [&](std::int64_t axis) {
        const std::int64_t last = error.size(axis) - 1;
        const at::Tensor difference = (error.slice(axis, 1) - error.slice(axis, 0, last)).abs();
        return (difference * at::maximum(weight.slice(axis, 1), weight.slice(axis, 0, last))).sum();
    };
    return distance + 0.25 * (along(2) + along(3));
}

at::Tensor FillObjective::validationAnswer(const Network& network, int levels) const {
    std::vector<at::Tensor> parts;
    for (at::Tensor part : validation_.input.split(10)) {
        if (levels > 0) {
            part = at::cat({part.slice(1, 0, 4), pyramidEstimate(network, part, levels)}, 1);
        }
        parts.push_back((part.slice(1, 4, 7) + part.slice(1, 3, 4) * network.forward(part, {})).clamp(-1, 1));
    }
    return at::cat(parts);
}

Validation FillObjective::validate(const Network& network) const {
    const at::NoGradGuard noGrad;
    const at::Tensor estimate = validation_.input.slice(1, 4, 7);
    const at::Tensor ours = validationAnswer(network, 2);
    const std::array psnr{holePsnr(estimate, validation_), holePsnr(validationAnswer(network, 0), validation_),
                          holePsnr(ours, validation_)};
    const std::int64_t each = ours.size(0) / static_cast<std::int64_t>(kValidationKinds.size());
    std::array<std::string, kValidationKinds.size()> decibels; // estimate -> one evaluation -> pyramid
    for (std::size_t kind = 0; kind < kValidationKinds.size(); ++kind) {
        const auto mean = [&](std::size_t which) {
            const auto first = static_cast<std::int64_t>(kind) * each;
            return psnr[which].slice(0, first, first + each).mean().item<double>();
        };
        char text[80];
        std::snprintf(text, sizeof text, "%.2f -> %.2f -> %.2f", mean(0), mean(1), mean(2));
        decibels[kind] = text;
    }
    const at::Tensor rows = at::arange(0, ours.size(0), std::max<std::int64_t>(1, ours.size(0) / 15), at::kLong);
    const auto shown = [&](const at::Tensor& pictures) { return pictures.index_select(0, rows); };
    const Message summary("PSNR in the hole, first estimate -> network -> pyramid: blobs %1, scratches %2, text %3",
                          decibels[0], decibels[1], decibels[2]);
    return {summary, sampleSheet({shown(validation_.input.slice(1, 0, 3)), shown(estimate), shown(ours),
                                  shown(validation_.target)})};
}

} // namespace palimpsest
