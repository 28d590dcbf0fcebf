// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/picture_plan.h"

#include "core/base/error.h"
#include "core/engine/method_catalogue.h"
#include "core/engine/sampling_recipe.h"

#include <algorithm>

namespace palimpsest {
namespace {

/// Samples of at most this many pixels together go through the network in one batch.
constexpr std::int64_t kBatchPixels = 1 << 20;

std::vector<Size> pyramidSizes(const RestoreSpec& spec, const MethodSettings& settings, Size full) {
    std::vector<Size> sizes{full};
    while (spec.task == "colorize" && settings.coarsestSide > 0 &&
           std::min(sizes.back().width, sizes.back().height) > settings.coarsestSide) {
        sizes.push_back({(sizes.back().width + 1) / 2, (sizes.back().height + 1) / 2});
    }
    return sizes;
}

/// Samples with equal settings share batches.
std::vector<SampleGroup> groupSamples(const RestoreSpec& spec, Size result, double sigma) {
    std::vector<SampleGroup> groups;
    const auto batch = static_cast<std::size_t>(std::max<std::int64_t>(1, kBatchPixels / std::max<std::int64_t>(1, result.area())));
    for (int sample = 0; sample < spec.samples; ++sample) {
        const MethodSettings settings = settingsFor(spec, {.task = spec.task, .sigma = sigma, .sample = sample});
        if (groups.empty() || !(groups.back().settings == settings) || groups.back().samples.size() >= batch) {
            groups.push_back({settings, {}, pyramidSizes(spec, settings, result)});
        }
        groups.back().samples.push_back(static_cast<std::uint64_t>(sample));
    }
    return groups;
}

} // namespace

int SampleGroup::evaluations(int level) const {
    return evaluationsOf(settings, recipe(level));
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

bool PicturePlan::usesPrior() const {
    return std::any_of(groups.begin(), groups.end(), [](const SampleGroup& group) { return group.settings.usesPrior(); });
}

std::int64_t PicturePlan::memoryBytes(std::int64_t pictureBytes) const {
    constexpr std::int64_t kProgramBytes = 500LL << 20;
    constexpr std::int64_t kStatePixelBytes = 4 * 3 * 12; // x_t, estimates, noise and the operator's intermediates, float32
    constexpr std::int64_t kNetworkPixelBytes = 1200;
    std::int64_t most = 0;
    for (const SampleGroup& group : groups) {
        const std::int64_t side = group.settings.tileSide;
        const std::int64_t tile = std::min(side * side, result.area());
        const auto batch = static_cast<std::int64_t>(group.samples.size());
        most = std::max(most, batch * (result.area() * kStatePixelBytes + tile * kNetworkPixelBytes));
    }
    return kProgramBytes + 3 * pictureBytes + most;
}

PicturePlan planPicture(const RestoreSpec& spec, Size result, double sigma) {
    validate(spec);
    return {.result = result, .sigma = sigma, .groups = groupSamples(spec, result, sigma)};
}

} // namespace palimpsest
