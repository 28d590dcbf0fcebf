// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/picture_plan.h"

#include "core/base/error.h"
#include "core/denoisers/evaluation_batch.h"
#include "core/engine/method_catalogue.h"
#include "core/engine/sampling_recipe.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace palimpsest {
namespace {

/// Samples of at most this many pixels together go through a graphics card in one batch.
constexpr std::int64_t kBatchPixels = 1 << 20;

std::vector<Size> pyramidSizes(const RestoreSpec& spec, const MethodSettings& settings, Size full) {
    std::vector<Size> sizes{full};
    while (spec.task == "colorize" && settings.coarsestSide > 0 &&
           std::min(sizes.back().width, sizes.back().height) > settings.coarsestSide) {
        sizes.push_back({(sizes.back().width + 1) / 2, (sizes.back().height + 1) / 2});
    }
    return sizes;
}

/// What one sample of a batch holds: x_t, estimates, noise and the operator's intermediates in float32, what the network
/// needs for a tile, and with a gradient twice as much of both.
std::int64_t bytesPerSample(const MethodSettings& settings, Size result, const PriorTraits& prior) {
    constexpr std::int64_t kStatePixelBytes = 4 * 3 * 12;
    if (!settings.usesPrior()) {
        return result.area() * kStatePixelBytes;
    }
    const bool isTraced = needsGraph(settings);
    const std::int64_t tile = std::min<std::int64_t>(std::int64_t{settings.tileSide} * settings.tileSide, result.area());
    return result.area() * kStatePixelBytes * (isTraced ? 2 : 1) + static_cast<std::int64_t>(static_cast<double>(tile) * prior.bytesPerPixel(isTraced));
}

/// The program with LibTorch and a prior, what a picture takes before it is a tensor, and all results: as pictures, and as
/// tensors twice for the maps.
std::int64_t baseBytes(Size result, std::int64_t samples, std::int64_t weights) {
    constexpr std::int64_t kPicturePixelBytes = 30;
    constexpr std::int64_t kResultPixelBytes = 30;
    return (500LL << 20) + weights + result.area() * (kPicturePixelBytes + (samples - 1) * kResultPixelBytes);
}

[[noreturn]] void refuse(Size result, std::int64_t needed, std::int64_t free, std::int64_t weights) {
    const double base = static_cast<double>(baseBytes({}, 1, weights));
    const double share = std::sqrt(std::max(0.0, static_cast<double>(free) - base) / (static_cast<double>(needed) - base));
    const auto megabytes = [](std::int64_t bytes) { return std::to_string(bytes >> 20) + " MiB"; };
    throw Error(ErrorCode::outOfMemory,
                "a result of " + std::to_string(result.width) + " x " + std::to_string(result.height) + " pixels needs about " +
                    megabytes(needed) + " of memory, and " + megabytes(free) + " are free",
                "a result of about " + std::to_string(std::max(1, static_cast<int>(result.width * share))) + " x " +
                    std::to_string(std::max(1, static_cast<int>(result.height * share))) + " pixels fits; or close other programs");
}

/// Samples that fit into the memory together, and into what a batch gains from.
std::size_t batchFor(const MethodSettings& settings, Size result, std::int64_t samples, const Machine& machine, const PriorTraits& prior) {
    const std::int64_t useful = machine.isProcessor ? preferredBatch(result.area(), needsGraph(settings))
                                                    : std::max<std::int64_t>(1, kBatchPixels / std::max<std::int64_t>(1, result.area()));
    if (machine.free < 0) {
        return static_cast<std::size_t>(useful);
    }
    const std::int64_t one = bytesPerSample(settings, result, prior);
    const std::int64_t base = baseBytes(result, samples, settings.usesPrior() ? prior.weightBytes : 0);
    const std::int64_t fitting = (machine.free - base) / one;
    if (fitting < 1) {
        refuse(result, base + one, machine.free, prior.weightBytes);
    }
    return static_cast<std::size_t>(std::min(useful, fitting));
}

/// Samples with equal settings share batches.
std::vector<SampleGroup> groupSamples(const RestoreSpec& spec, Size result, double sigma, const Machine& machine, const PriorTraits& prior) {
    std::vector<SampleGroup> groups;
    for (int sample = 0; sample < spec.samples; ++sample) {
        const MethodSettings settings = settingsFor(spec, {.task = spec.task, .sigma = sigma, .sample = sample, .prior = prior});
        if (groups.empty() || !(groups.back().settings == settings) || groups.back().samples.size() >= batchFor(settings, result, spec.samples, machine, prior)) {
            groups.push_back({settings, {}, pyramidSizes(spec, settings, result)});
        }
        groups.back().samples.push_back(static_cast<std::uint64_t>(sample));
    }
    return groups;
}

} // namespace

int SampleGroup::evaluations(int level) const {
    const bool isMean = level + 1 == static_cast<int>(levels.size());
    return evaluationsOf(settings, recipe(level)) * (isMean ? settings.coarsestMean : 1);
}

std::int64_t PicturePlan::evaluations() const {
    std::int64_t count = 0;
    for (const SampleGroup& group : groups) {
        for (int level = 0; level < static_cast<int>(group.levels.size()); ++level) {
            count += static_cast<std::int64_t>(group.samples.size()) * group.evaluations(level);
        }
    }
    return count;
}

std::int64_t PicturePlan::pixels() const {
    std::int64_t count = 0;
    for (const SampleGroup& group : groups) {
        for (int level = 0; level < static_cast<int>(group.levels.size()); ++level) {
            count += static_cast<std::int64_t>(group.samples.size()) * group.evaluations(level) * group.levels[level].area();
        }
    }
    return count;
}

double PicturePlan::work() const {
    double sum = 0;
    for (const SampleGroup& group : groups) {
        const double perPixel = static_cast<double>(group.samples.size()) * prior.work(needsGraph(group.settings));
        for (int level = 0; level < static_cast<int>(group.levels.size()); ++level) {
            sum += perPixel * group.evaluations(level) * static_cast<double>(group.levels[level].area());
        }
    }
    return sum;
}

bool PicturePlan::usesPrior() const {
    return std::any_of(groups.begin(), groups.end(), [](const SampleGroup& group) { return group.settings.usesPrior(); });
}

int PicturePlan::tile() const {
    const int side = groups.front().settings.tileSide;
    const bool isCommon = std::all_of(groups.begin(), groups.end(), [&](const SampleGroup& group) { return group.settings.tileSide == side; });
    return isCommon ? side : 0;
}

std::int64_t PicturePlan::memoryBytes() const {
    std::int64_t most = 0;
    std::int64_t samples = 0;
    for (const SampleGroup& group : groups) {
        most = std::max(most, static_cast<std::int64_t>(group.samples.size()) * bytesPerSample(group.settings, result, prior));
        samples += static_cast<std::int64_t>(group.samples.size());
    }
    return baseBytes(result, samples, usesPrior() ? prior.weightBytes : 0) + most;
}

PicturePlan inSmallestPieces(const PicturePlan& plan) {
    constexpr int kSmallTile = 128;
    PicturePlan smaller{.result = plan.result, .sigma = plan.sigma, .groups = {}, .prior = plan.prior};
    for (const SampleGroup& group : plan.groups) {
        for (const std::uint64_t sample : group.samples) {
            smaller.groups.push_back({group.settings, {sample}, group.levels});
            smaller.groups.back().settings.tileSide = std::min(group.settings.tileSide, kSmallTile);
        }
    }
    return smaller;
}

PicturePlan planPicture(const RestoreSpec& spec, Size result, double sigma, const Machine& machine, const PriorTraits& prior) {
    validate(spec);
    PicturePlan plan{.result = result, .sigma = sigma, .groups = groupSamples(spec, result, sigma, machine, prior), .prior = prior};
    for (const SampleGroup& group : plan.groups) {
        batchFor(group.settings, result, spec.samples, machine, prior); // even a first sample must fit
    }
    return plan;
}

} // namespace palimpsest
