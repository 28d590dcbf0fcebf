// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/whole/whole_plan.h"

#include "core/base/error.h"
#include "core/denoisers/evaluation_batch.h"
#include "core/methods/sampling_recipe.h"
#include "core/restoration/method_choice.h"
#include "core/tasks/behaviour/whole_task.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace palimpsest {
namespace {

/// Samples of at most this many pixels together go through a GPU in one batch.
constexpr std::int64_t kBatchPixels = 1 << 20;
/// px: smaller tiles spend their time on what they share with their neighbours.
constexpr int kSmallTile = 128;

std::vector<Size> pyramidSizes(const RestoreSpec& spec, const MethodSettings& settings, Size full) {
    std::vector<Size> sizes{full};
    while (taskBehaviour(spec.task).asWhole()->hasPyramid() && settings.coarsestSide > 0 &&
           std::min(sizes.back().width, sizes.back().height) > settings.coarsestSide) {
        sizes.push_back({(sizes.back().width + 1) / 2, (sizes.back().height + 1) / 2});
    }
    return sizes;
}

/// Of a gradient's memory, what is left where residual blocks keep their input alone: `palimpsest bench step
/// checkpoint=1`, 256 px, fp32, 114 of 132 MiB.
constexpr double kRecomputingShare = 0.87;

std::int64_t networkBytes(double pixels, const PriorTraits& prior, bool isTraced, bool recomputes) {
    return static_cast<std::int64_t>(pixels * prior.bytesPerPixel(isTraced) *
                                     (isTraced && recomputes ? kRecomputingShare : 1));
}

/// What one sample of a batch holds: x_t, estimates, noise and the operator's intermediates in float32, what the
/// network needs for a tile, and with a gradient twice as much of both.
std::int64_t bytesPerSample(const MethodSettings& settings, Size result, const PriorTraits& prior, bool recomputes) {
    constexpr std::int64_t kStatePixelBytes = 4 * 3 * 12;
    if (!settings.usesPrior()) {
        return result.area() * kStatePixelBytes;
    }
    const bool isTraced = needsGraph(settings);
    const std::int64_t tile =
        std::min<std::int64_t>(std::int64_t{settings.tileSide} * settings.tileSide, result.area());
    return result.area() * kStatePixelBytes * (isTraced ? 2 : 1) +
           networkBytes(static_cast<double>(tile), prior, isTraced, recomputes);
}

/// The program with LibTorch and a prior, what a picture takes before it is a tensor, and all results: as pictures, and
/// as tensors twice for the maps.
std::int64_t baseBytes(Size result, std::int64_t samples, std::int64_t weights) {
    constexpr std::int64_t kPicturePixelBytes = 30;
    constexpr std::int64_t kResultPixelBytes = 30;
    return (500LL << 20) + weights + result.area() * (kPicturePixelBytes + (samples - 1) * kResultPixelBytes);
}

[[noreturn]] void refuse(Size result, std::int64_t needed, std::int64_t free, std::int64_t weights) {
    const double base = static_cast<double>(baseBytes({}, 1, weights));
    const double share =
        std::sqrt(std::max(0.0, static_cast<double>(free) - base) / (static_cast<double>(needed) - base));
    throw Error(ErrorCode::outOfMemory,
                Message("a result of %1 x %2 pixels needs about %3 MiB of memory, and %4 MiB are free", result.width,
                        result.height, needed >> 20, free >> 20),
                Message("a result of about %1 x %2 pixels fits; or close other programs",
                        std::max(1, static_cast<int>(result.width * share)),
                        std::max(1, static_cast<int>(result.height * share))));
}

/// What a run is planned for.
struct Planning {
    const RestoreSpec& spec;
    Size result;
    double sigma;
    const Machine& machine;
    const PriorTraits& prior;
    const std::optional<RestorerTraits>& restorer;

    std::int64_t base(const MethodSettings& settings) const {
        return baseBytes(result, spec.samples, settings.usesPrior() ? prior.weightBytes : 0);
    }
    std::int64_t ofOne(const SampleGroup& group) const {
        return bytesPerSample(group.settings, result, prior, group.recomputes);
    }
    bool fits(const SampleGroup& group) const {
        return !machine.free || base(group.settings) + ofOne(group) <= *machine.free;
    }
};

/// One sample in as little memory as it takes: first a gradient recomputes, then tiles are halved unless the user has
/// named their size. Throws Error(outOfMemory).
SampleGroup fitted(const Planning& planning, SampleGroup group) {
    group.recomputes = !planning.fits(group) && needsGraph(group.settings);
    int& tile = group.settings.tileSide;
    while (!planning.fits(group) && group.settings.usesPrior() && !planning.spec.tile && tile > kSmallTile) {
        tile = std::max(kSmallTile, tile / 2);
    }
    if (!planning.fits(group)) {
        refuse(planning.result, planning.base(group.settings) + planning.ofOne(group), *planning.machine.free,
               planning.prior.weightBytes);
    }
    return group;
}

/// Samples that fit into the memory together, and into what a batch gains from.
std::size_t batchFor(const Planning& planning, const SampleGroup& group) {
    const std::int64_t pixels = planning.result.area();
    const std::int64_t useful = planning.machine.isCpu
                                    ? preferredBatch(pixels, needsGraph(group.settings))
                                    : std::max<std::int64_t>(1, kBatchPixels / std::max<std::int64_t>(1, pixels));
    if (!planning.machine.free) {
        return static_cast<std::size_t>(useful);
    }
    const std::int64_t fitting = (*planning.machine.free - planning.base(group.settings)) / planning.ofOne(group);
    return static_cast<std::size_t>(std::min(useful, fitting));
}

/// Samples with equal settings share batches.
std::vector<SampleGroup> groupSamples(const Planning& planning) {
    std::vector<SampleGroup> groups;
    const RestoreSpec& spec = planning.spec;
    for (int sample = 0; sample < spec.samples; ++sample) {
        const MethodSettings settings = settingsFor(
            spec, {.sigma = planning.sigma, .sample = sample, .prior = planning.prior, .restorer = planning.restorer});
        SampleGroup group = fitted(planning, {settings, {}, pyramidSizes(spec, settings, planning.result)});
        if (groups.empty() || !(groups.back().settings == group.settings) ||
            groups.back().samples.size() >= batchFor(planning, group)) {
            groups.push_back(std::move(group));
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

std::int64_t WholePlan::evaluations() const {
    std::int64_t count = 0;
    for (const SampleGroup& group : groups) {
        for (int level = 0; level < static_cast<int>(group.levels.size()); ++level) {
            count += static_cast<std::int64_t>(group.samples.size()) * group.evaluations(level);
        }
    }
    return count;
}

std::int64_t WholePlan::pixels() const {
    std::int64_t count = 0;
    for (const SampleGroup& group : groups) {
        for (int level = 0; level < static_cast<int>(group.levels.size()); ++level) {
            count +=
                static_cast<std::int64_t>(group.samples.size()) * group.evaluations(level) * group.levels[level].area();
        }
    }
    return count;
}

double WholePlan::macs() const {
    double sum = 0;
    for (const SampleGroup& group : groups) {
        const double perPixel = static_cast<double>(group.samples.size()) * prior.macs(needsGraph(group.settings));
        for (int level = 0; level < static_cast<int>(group.levels.size()); ++level) {
            sum += perPixel * group.evaluations(level) * static_cast<double>(group.levels[level].area());
        }
    }
    return sum;
}

bool WholePlan::usesPrior() const {
    return std::any_of(groups.begin(), groups.end(),
                       [](const SampleGroup& group) { return group.settings.usesPrior(); });
}

std::optional<int> WholePlan::tile() const {
    const int side = groups.front().settings.tileSide;
    const bool isCommon = std::all_of(groups.begin(), groups.end(),
                                      [&](const SampleGroup& group) { return group.settings.tileSide == side; });
    return isCommon ? std::optional(side) : std::nullopt;
}

std::int64_t WholePlan::memoryBytes() const {
    std::int64_t most = 0;
    std::int64_t samples = 0;
    for (const SampleGroup& group : groups) {
        most = std::max(most, static_cast<std::int64_t>(group.samples.size()) *
                                  bytesPerSample(group.settings, result, prior, group.recomputes));
        samples += static_cast<std::int64_t>(group.samples.size());
    }
    return baseBytes(result, samples, usesPrior() ? prior.weightBytes : 0) + most;
}

WholePlan inSmallestPieces(const WholePlan& plan) {
    WholePlan smaller{
        .result = plan.result, .sigma = plan.sigma, .groups = {}, .prior = plan.prior, .restorer = plan.restorer};
    for (const SampleGroup& group : plan.groups) {
        for (const std::uint64_t sample : group.samples) {
            smaller.groups.push_back({group.settings, {sample}, group.levels, true});
            smaller.groups.back().settings.tileSide = std::min(group.settings.tileSide, kSmallTile);
        }
    }
    return smaller;
}

WholePlan planWhole(const RestoreSpec& spec, Size result, double sigma, const Machine& machine,
                    const PriorTraits& prior, const std::optional<RestorerTraits>& restorer) {
    validate(spec);
    return {.result = result,
            .sigma = sigma,
            .groups = groupSamples({spec, result, sigma, machine, prior, restorer}),
            .prior = prior,
            .restorer = restorer};
}

} // namespace palimpsest
